package org.imprimatur.approver.topology;

import java.util.function.Function;
import org.imprimatur.approver.readmodel.HistoryRow;

/** What came of a request. The read model already shows an answer when it is given. */
public sealed interface Answer {

    /** Chooses by what came of it. */
    <T> T fold(Function<Accepted, T> accepted, Function<Refused, T> refused, Function<Unanswered, T> unanswered);

    /** It was done; the event says what. */
    record Accepted(HistoryRow event) implements Answer {
        @Override
        public <T> T fold(Function<Accepted, T> a, Function<Refused, T> r, Function<Unanswered, T> u) {
            return a.apply(this);
        }
    }

    /**
     * It was not done.
     *
     * @param name such as {@code STALE_REVISION}
     * @param sentence what a person can act on
     */
    record Refused(String name, String sentence) implements Answer {
        @Override
        public <T> T fold(Function<Accepted, T> a, Function<Refused, T> r, Function<Unanswered, T> u) {
            return r.apply(this);
        }
    }

    /** Nobody knows yet whether it was done; ask again with the same command id. */
    record Unanswered(String sentence) implements Answer {
        @Override
        public <T> T fold(Function<Accepted, T> a, Function<Refused, T> r, Function<Unanswered, T> u) {
            return u.apply(this);
        }
    }
}
