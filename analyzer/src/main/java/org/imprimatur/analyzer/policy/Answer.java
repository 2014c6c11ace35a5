package org.imprimatur.analyzer.policy;

import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;

/** What a condition says of one draft. */
public sealed interface Answer {

    <T> T fold(
            Function<? super List<Integer>, ? extends T> applies,
            Supplier<? extends T> silent,
            Supplier<? extends T> broken);

    /**
     * The rule applies.
     *
     * @param findings indexes of the findings that made it apply; empty when it concerns the draft as a whole
     */
    record Applies(List<Integer> findings) implements Answer {
        public Applies {
            findings = List.copyOf(findings);
        }

        @Override
        public <T> T fold(
                Function<? super List<Integer>, ? extends T> applies,
                Supplier<? extends T> silent,
                Supplier<? extends T> broken) {
            return applies.apply(findings);
        }
    }

    /** The rule has nothing to say. */
    record Silent() implements Answer {
        @Override
        public <T> T fold(
                Function<? super List<Integer>, ? extends T> applies,
                Supplier<? extends T> silent,
                Supplier<? extends T> broken) {
            return silent.get();
        }
    }

    /** The condition could not be evaluated; whoever asked holds the draft. */
    record Broken() implements Answer {
        @Override
        public <T> T fold(
                Function<? super List<Integer>, ? extends T> applies,
                Supplier<? extends T> silent,
                Supplier<? extends T> broken) {
            return broken.get();
        }
    }
}
