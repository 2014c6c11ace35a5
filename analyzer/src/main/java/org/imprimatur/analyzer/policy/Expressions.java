package org.imprimatur.analyzer.policy;

import java.util.function.Function;

/** The language in which rules say when they apply. */
public interface Expressions {

    /** Compiles once; never throws, whatever the text. */
    Compilation compile(String expression);

    /** What came of compiling one expression. */
    sealed interface Compilation {

        <T> T fold(Function<? super Condition, ? extends T> sound, Function<? super String, ? extends T> faulty);
    }

    /** Ready to be evaluated, by any number of threads. */
    record Sound(Condition condition) implements Compilation {
        @Override
        public <T> T fold(
                Function<? super Condition, ? extends T> sound, Function<? super String, ? extends T> faulty) {
            return sound.apply(condition);
        }
    }

    /** One sentence that says what is wrong and where. */
    record Faulty(String complaint) implements Compilation {
        @Override
        public <T> T fold(
                Function<? super Condition, ? extends T> sound, Function<? super String, ? extends T> faulty) {
            return faulty.apply(complaint);
        }
    }
}
