package org.imprimatur.ingest.intake;

import java.time.Instant;
import java.util.List;

/**
 * A revision that is already in the log: enough to recognize a repeat and to write the next one.
 *
 * @param contentHash over everything that an approval freezes
 * @param contributors everybody who wrote or edited this or any revision before it
 */
public record Earlier(
        PostId postId,
        int revision,
        String contentHash,
        String author,
        List<String> contributors,
        Instant submittedAt) {

    public Earlier {
        if (revision < 1) {
            throw new IllegalArgumentException("revisions count from 1");
        }
        contributors = List.copyOf(contributors);
    }
}
