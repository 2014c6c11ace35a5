package org.imprimatur.approver.review;

/**
 * How many distinct people must approve before a revision goes out.
 *
 * @param approvals at least 1, or 0 when a rule blocks it and no number of approvals is enough
 */
public record Requirement(int approvals) {
    /** What the policy blocks: it can be rejected or changed, never approved. */
    public static final Requirement BLOCKED = new Requirement(0);

    public Requirement {
        if (approvals < 0) {
            throw new IllegalArgumentException("approvals are counted from 0");
        }
    }

    boolean blocked() {
        return approvals == 0;
    }

    boolean metBy(int given) {
        return !blocked() && given >= approvals;
    }
}
