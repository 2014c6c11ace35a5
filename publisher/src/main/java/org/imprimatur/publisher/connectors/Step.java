package org.imprimatur.publisher.connectors;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.imprimatur.publisher.delivery.Outcome;

/** One of several steps of a conversation: it went well and gave a value, or the whole conversation ends with an outcome. */
public sealed interface Step<T> {
    /** Goes on with the value; a conversation that ended stays so. */
    <R> Step<R> then(Function<T, Step<R>> next);

    /** The outcome of the conversation. */
    Outcome end(Function<T, Outcome> last);

    /** The same, for a step before anything was made public: what is unknown about it is certainly not live. */
    Step<T> beforeSending();

    static <T> Step<T> went(T value) {
        return new Went<>(value);
    }

    /** Asks the same of each, one after the other, until one ends the conversation; the values in their order. */
    static <A, B> Step<List<B>> each(List<A> all, Function<A, Step<B>> ask) {
        Step<List<B>> values = went(List.of());
        for (A one : all) {
            values = values.then(before -> ask.apply(one)
                    .then(value -> went(
                            Stream.concat(before.stream(), Stream.of(value)).toList())));
        }
        return values;
    }

    static <T> Step<T> stopped(Outcome outcome) {
        return new Stopped<>(outcome);
    }

    /** It went well. */
    record Went<T>(T value) implements Step<T> {
        @Override
        public <R> Step<R> then(Function<T, Step<R>> next) {
            return next.apply(value);
        }

        @Override
        public Outcome end(Function<T, Outcome> last) {
            return last.apply(value);
        }

        @Override
        public Step<T> beforeSending() {
            return this;
        }
    }

    /** Nothing more is to be asked. */
    record Stopped<T>(Outcome outcome) implements Step<T> {
        @Override
        public <R> Step<R> then(Function<T, Step<R>> next) {
            return new Stopped<>(outcome);
        }

        @Override
        public Outcome end(Function<T, Outcome> last) {
            return outcome;
        }

        @Override
        public Step<T> beforeSending() {
            return outcome instanceof Outcome.Unknown unknown
                    ? new Stopped<>(new Outcome.NotSent(unknown.reason()))
                    : this;
        }
    }
}
