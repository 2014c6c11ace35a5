package org.imprimatur.analyzer.wire;

import java.time.Instant;
import org.imprimatur.schemas.avro.Release;

/** A post that may go out, by policy or by people, as it came from the topic {@code posts.cleared}. */
public record Published(Submission submission, Instant at) {

    static Published of(Release release) {
        return new Published(new Submission(release.getDraft()), release.getReleasedAt());
    }
}
