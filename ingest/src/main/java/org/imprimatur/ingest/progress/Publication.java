package org.imprimatur.ingest.progress;

import java.time.Instant;
import java.util.Optional;

/**
 * The newest step of one delivery.
 *
 * @param state SCHEDULED, PUBLISHING, PUBLISHED, UNCONFIRMED, FAILED or REMOVED
 * @param url where the public sees it
 * @param reason why it failed, is tried again or is unconfirmed
 * @param dueAt when it is due or tried again
 */
public record Publication(
        int revision,
        String account,
        State state,
        Optional<String> url,
        Optional<String> reason,
        Optional<Instant> dueAt,
        Instant at) {}
