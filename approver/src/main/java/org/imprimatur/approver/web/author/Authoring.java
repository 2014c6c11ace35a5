package org.imprimatur.approver.web.author;

import org.imprimatur.approver.readmodel.Register;
import org.imprimatur.approver.readmodel.ReviewTargets;

/**
 * What writing needs beside the read model.
 *
 * @param desk where drafts are handed in and checked
 * @param register accounts and authorizations to choose from
 * @param unsent what is being written
 * @param targets how long a held draft may wait, for a warning before a slot that is nearer
 */
public record Authoring(DraftDesk desk, Register register, UnsentDrafts unsent, ReviewTargets targets) {}
