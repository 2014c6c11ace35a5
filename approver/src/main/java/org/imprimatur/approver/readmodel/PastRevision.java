package org.imprimatur.approver.readmodel;

import java.util.Optional;

/**
 * A revision of which only the place is known.
 *
 * @param state where its review stands; empty when it was not held
 */
public record PastRevision(String postId, int revision, Optional<CaseState> state) {}
