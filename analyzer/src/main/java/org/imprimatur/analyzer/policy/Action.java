package org.imprimatur.analyzer.policy;

/** What a rule asks for when it applies, mildest first. */
public enum Action {
    /** The author is told; the draft goes out. */
    NOTE(0),
    /** One person who may approve must. */
    HOLD(1),
    /** Two distinct people who may approve must. */
    HOLD_FOR_TWO(2),
    /** Nobody should approve it as it stands; counted as two, so that a reader who ignores the action stays careful. */
    BLOCK(2);

    private final int approvals;

    Action(int approvals) {
        this.approvals = approvals;
    }

    /** Distinct people who must approve; 0 when nothing is held. */
    public int approvals() {
        return approvals;
    }

    public boolean holds() {
        return approvals > 0;
    }
}
