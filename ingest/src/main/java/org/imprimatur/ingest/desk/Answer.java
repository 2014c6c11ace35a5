package org.imprimatur.ingest.desk;

import java.util.List;
import org.imprimatur.ingest.intake.Fault;

/** What the desk says to a submission. */
public sealed interface Answer {

    /** Continues with the one that it is. */
    <T> T fold(Cases<T> cases);

    /** One function a case. */
    interface Cases<T> {
        T stored(Receipt receipt);

        T repeated(Receipt receipt);

        T refused(List<Fault> faults);

        T conflict(String detail);

        T unknownPost();

        T notYet();

        T uncertain();
    }

    /** The log acknowledged it. */
    record Stored(Receipt receipt) implements Answer {
        @Override
        public <T> T fold(Cases<T> cases) {
            return cases.stored(receipt);
        }
    }

    /** The same was stored before; nothing was appended. */
    record Repeated(Receipt receipt) implements Answer {
        @Override
        public <T> T fold(Cases<T> cases) {
            return cases.repeated(receipt);
        }
    }

    /** Its form is wrong; nothing was appended. */
    record Refused(List<Fault> faults) implements Answer {
        public Refused {
            faults = List.copyOf(faults);
        }

        @Override
        public <T> T fold(Cases<T> cases) {
            return cases.refused(faults);
        }
    }

    /** It contradicts what was stored before; nothing was appended. */
    record Conflict(String detail) implements Answer {
        @Override
        public <T> T fold(Cases<T> cases) {
            return cases.conflict(detail);
        }
    }

    /** The caller has no such post. */
    record UnknownPost() implements Answer {
        @Override
        public <T> T fold(Cases<T> cases) {
            return cases.unknownPost();
        }
    }

    /** The desk has not read the log to its end yet, so it can't tell a repeat; nothing was appended. */
    record NotYet() implements Answer {
        @Override
        public <T> T fold(Cases<T> cases) {
            return cases.notYet();
        }
    }

    /** The log did not acknowledge it in time. */
    record Uncertain() implements Answer {
        @Override
        public <T> T fold(Cases<T> cases) {
            return cases.uncertain();
        }
    }
}
