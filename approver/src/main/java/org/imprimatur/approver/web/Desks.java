package org.imprimatur.approver.web;

import org.imprimatur.approver.readmodel.Presences;
import org.imprimatur.approver.topology.BulkDesk;
import org.imprimatur.approver.topology.PresenceDesk;
import org.imprimatur.approver.topology.ReviewDesk;

/**
 * Where reviewers hand in what they ask.
 *
 * @param review one command at a time
 * @param bulk several approvals together
 * @param presence who looks at what
 * @param presences the same, to be read for a whole list
 * @param views of the queue that people saved
 */
public record Desks(ReviewDesk review, BulkDesk bulk, PresenceDesk presence, Presences presences, SavedViews views) {}
