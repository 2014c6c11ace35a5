package org.imprimatur.approver.web.view;

import java.util.List;
import java.util.Optional;

/**
 * What a reviewer may do with the revision on the page, bound to its content.
 *
 * @param commandId so that a form sent twice is one command
 * @param contentHash what the decision is bound to
 * @param claimed whether the reader's own claim holds
 * @param approvable whether the policy lets people approve it and the reader has not yet
 * @param whyNot why the reader may not decide; empty when they may
 * @param rules id and title of the rules on which a reason can rest
 * @param typed what the reader typed before a refusal
 */
public record DecisionForm(
        String commandId,
        String contentHash,
        boolean claimed,
        boolean approvable,
        Optional<String> whyNot,
        List<Rule> rules,
        Typed typed) {
    public DecisionForm {
        rules = List.copyOf(rules);
    }

    /** A rule to choose. */
    public record Rule(String id, String title) {}

    /**
     * What was in the form; kept when it was refused.
     *
     * @param kind which button
     * @param reason may be empty
     * @param policy id of a rule, may be empty
     */
    public record Typed(String kind, String reason, String policy) {
        public static final Typed NOTHING = new Typed("", "", "");

        /** Whether the form of this kind was refused and is shown again. */
        public boolean was(String other) {
            return kind.equals(other);
        }

        @Override
        public String toString() {
            return "Typed[kind=" + kind + ", reason of " + reason.length() + " chars]";
        }
    }
}
