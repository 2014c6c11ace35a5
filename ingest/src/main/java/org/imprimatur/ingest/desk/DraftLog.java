package org.imprimatur.ingest.desk;

import org.imprimatur.ingest.intake.Draft;

/** Where drafts are kept for good. Safe for several threads. */
public interface DraftLog {

    /** SHA-256 over everything in the draft that an approval freezes, 64 lower-case hexadecimal digits. */
    String contentHash(Draft draft);

    /**
     * Appends the draft and waits until the log has acknowledged it durably.
     *
     * @return {@link Outcome#UNCERTAIN} when no acknowledgement came in time: it may be there or not
     */
    Outcome append(Draft draft);

    /** What came of an append. */
    enum Outcome {
        ACKNOWLEDGED,
        UNCERTAIN
    }
}
