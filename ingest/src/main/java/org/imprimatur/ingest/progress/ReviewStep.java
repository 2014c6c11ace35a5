package org.imprimatur.ingest.progress;

import java.time.Instant;
import java.util.Optional;

/**
 * One accepted step of a review.
 *
 * @param sequence 1, 2, 3 … within a post
 * @param leadsTo where the revision stands after it; empty when the step changes nothing for the author
 * @param note what the reviewer tells the author
 */
public record ReviewStep(int revision, long sequence, Optional<State> leadsTo, Optional<String> note, Instant at) {}
