package org.imprimatur.approver.review;

/**
 * How many distinct people must approve before a revision goes out.
 *
 * @param approvals at least 1, or 0 when a rule blocks it and no number of approvals is enough
 * @param secondLook whether it was drawn: two approve what would need one
 */
public record Requirement(int approvals, boolean secondLook) {
    /** What the policy blocks: it can be rejected, changed or edited, never approved. */
    public static final Requirement BLOCKED = of(0);

    public Requirement {
        if (approvals < 0) {
            throw new IllegalArgumentException("approvals are counted from 0");
        }
        if (secondLook && approvals != 2) {
            throw new IllegalArgumentException("a second look is by two");
        }
    }

    /** That many, as the policy asks. */
    public static Requirement of(int approvals) {
        return new Requirement(approvals, false);
    }

    Requirement drawn() {
        return approvals == 1 ? new Requirement(2, true) : this;
    }

    boolean blocked() {
        return approvals == 0;
    }
}
