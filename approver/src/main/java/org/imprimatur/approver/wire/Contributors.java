package org.imprimatur.approver.wire;

import java.util.List;
import java.util.stream.Stream;
import org.imprimatur.schemas.avro.Draft;

/** Everybody who wrote or edited a draft, its author even when the list forgot them. */
final class Contributors {

    private Contributors() {}

    static List<String> of(Draft draft) {
        return Stream.concat(draft.getContributors().stream(), Stream.of(draft.getAuthor()))
                .distinct()
                .toList();
    }
}
