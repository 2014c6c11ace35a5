package org.imprimatur.approver.web.view;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.imprimatur.approver.post.Wording;

/**
 * What a reviewer may do with the revision on the page, bound to its content.
 *
 * @param commandId so that a form sent twice is one command
 * @param contentHash what the decision is bound to
 * @param moves what is offered
 * @param whyNot why the reader may not decide; empty when they may
 * @param holder who has claimed it and keeps the reader out; empty when nobody does
 * @param wording what an edit begins with
 * @param rules id and title of the rules on which a reason can rest
 * @param typed what the reader typed before a refusal
 */
public record DecisionForm(
        String commandId,
        String contentHash,
        Set<Move> moves,
        Optional<String> whyNot,
        Optional<String> holder,
        Wording wording,
        List<Rule> rules,
        Typed typed) {
    public DecisionForm {
        moves = Set.copyOf(moves);
        rules = List.copyOf(rules);
    }

    /** What can be offered. */
    public enum Move {
        CLAIM,
        UNCLAIM,
        APPROVE,
        EDIT,
        REQUEST_CHANGES,
        REJECT,
        ESCALATE,
        TAKE_OVER
    }

    /** Whether this is offered, by the name of a {@link Move}. */
    public boolean may(String move) {
        return moves.contains(Move.valueOf(move));
    }

    /** A rule to choose. */
    public record Rule(String id, String title) {}

    /**
     * What was in the form; kept when it was refused.
     *
     * @param kind which button
     * @param reason may be empty
     * @param policy id of a rule, may be empty
     * @param note may be empty
     * @param whom who is asked for help, may be empty
     * @param text an edit's wording; empty for the one that is there
     */
    public record Typed(String kind, String reason, String policy, String note, String whom, Optional<String> text) {
        public static final Typed NOTHING = new Typed("", "", "", "", "", Optional.empty());

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
