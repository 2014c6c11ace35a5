package org.imprimatur.ingest.intake;

import java.util.Optional;
import java.util.Set;

/**
 * Who hands in.
 *
 * @param groups those for whose accounts they write; empty for the whole organization
 */
public record Author(String id, Optional<Set<String>> groups) {

    public Author {
        if (id.isBlank()) {
            throw new IllegalArgumentException("an author has an id");
        }
        groups = groups.map(Set::copyOf);
    }

    /** Whether they may rely on what this group keeps; what no group keeps is everybody's. */
    public boolean reaches(String group) {
        return group.isEmpty() || groups.map(theirs -> theirs.contains(group)).orElse(true);
    }
}
