package org.imprimatur.approver.web.policy;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Where packs of rules are read, published and tried: another service, reached by whoever composes the program. Safe for
 * several threads. Each method throws {@link org.imprimatur.kit.web.ProblemException} while that service can't answer.
 */
public interface PolicyDesk {
    /** What a pack says, and everything that keeps it from being published. */
    Reading read(String pack);

    /** The rules that judge; empty when there are none. */
    Optional<Edition> active();

    /** Every version that ever judged as it first did so, newest first, the one that judges among them. */
    List<Edition> versions();

    /** Makes a pack judge; returns what keeps it from that, or when it judges, nothing. */
    List<Fault> publish(String pack, Signature signature);

    /** Makes a version judge again; returns what keeps it from that, or when it judges, nothing. */
    List<Fault> restore(String label, Signature signature);

    /** Begins to judge past drafts by the rules that judge and by those of a pack without faults. */
    Rehearsal rehearse(String pack);

    /**
     * What is wrong with a pack.
     *
     * @param line in which it stands, from 1; 0 when it is not known
     * @param where the rule, or {@code policy} for the pack itself
     * @param what a sentence that its author can act on
     */
    record Fault(int line, String where, String what) {}

    /**
     * A pack as it is understood.
     *
     * @param label name and version, such as {@code healthcare-us@2}
     */
    record Reading(String label, List<RuleLine> rules, List<Fault> faults) {
        public Reading {
            rules = List.copyOf(rules);
            faults = List.copyOf(faults);
        }
    }

    /**
     * One rule.
     *
     * @param action what it asks for, such as {@code HOLD}
     * @param severity {@code LOW} or {@code HIGH}
     * @param when the expression that says when it applies
     */
    record RuleLine(
            String id,
            String title,
            String action,
            String severity,
            String citation,
            String when,
            String message,
            String suggestion) {}

    /**
     * A version of the rules.
     *
     * @param label name and version
     * @param pack YAML as it was written
     * @param signature who answers for it
     * @param at since when it judges, or when it first did
     */
    record Edition(String label, String pack, Signature signature, Instant at) {}

    /**
     * Who answers for a version.
     *
     * @param by who published it
     * @param writtenBy who wrote it; empty where nobody said
     * @param reason why; empty where nobody said
     */
    record Signature(String by, String writtenBy, String reason) {}

    /** Judges past drafts, each for itself; for one thread. */
    interface Rehearsal {
        /** Judges a value of the topic {@code posts.drafts}; empty when that can't be done. */
        Optional<Outcome> judge(byte[] draft);
    }

    /** What two sets of rules say to one draft. */
    record Outcome(Ruled before, Ruled after) {}

    /**
     * What one set of rules says.
     *
     * @param titles of the rules that hold it
     */
    record Ruled(boolean held, List<String> titles) {
        public Ruled {
            titles = List.copyOf(titles);
        }
    }
}
