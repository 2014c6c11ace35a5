package org.imprimatur.ingest.intake;

import java.util.List;
import java.util.OptionalInt;
import java.util.function.Function;

/** What the examination of a submission comes to. */
public sealed interface Examination {

    /** Continues with the one that it is. */
    <T> T fold(Function<Accepted, T> accepted, Function<Refused, T> refused);

    /**
     * Nothing is wrong with its form.
     *
     * @param baseRevision the revision that it builds on; empty for a first revision
     */
    record Accepted(Content content, OptionalInt baseRevision) implements Examination {
        @Override
        public <T> T fold(Function<Accepted, T> accepted, Function<Refused, T> refused) {
            return accepted.apply(this);
        }
    }

    /** Everything that is wrong with it, in the order of its fields. */
    record Refused(List<Fault> faults) implements Examination {
        public Refused {
            if (faults.isEmpty()) {
                throw new IllegalArgumentException("a refusal names its faults");
            }
            faults = List.copyOf(faults);
        }

        @Override
        public <T> T fold(Function<Accepted, T> accepted, Function<Refused, T> refused) {
            return refused.apply(this);
        }
    }
}
