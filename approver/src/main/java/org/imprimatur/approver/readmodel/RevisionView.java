package org.imprimatur.approver.readmodel;

import java.util.Optional;
import org.imprimatur.approver.post.Revision;
import org.imprimatur.approver.post.Verdict;

/**
 * One revision with what became of it.
 *
 * @param content what the author handed in
 * @param verdict what the analyzer thought; empty while it screens
 * @param review its case; empty when it was not held
 */
public record RevisionView(Revision content, Optional<Verdict> verdict, Optional<CaseView> review) {}
