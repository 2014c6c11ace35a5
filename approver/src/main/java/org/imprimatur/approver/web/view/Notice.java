package org.imprimatur.approver.web.view;

/**
 * What came of the last thing that the reader did.
 *
 * @param kind how it is shown and announced
 * @param sentence what happened, or what to do
 * @param next whether to offer the next case
 */
public record Notice(Kind kind, String sentence, boolean next) {

    /** Done, or not done. */
    public enum Kind {
        DONE,
        REFUSED
    }

    public boolean refused() {
        return kind == Kind.REFUSED;
    }
}
