package org.imprimatur.approver.web.view;

import java.util.List;

/**
 * Posts to look up, and the accounts' histories.
 *
 * @param frame what surrounds it
 * @param typed what is searched for
 * @param lines newest first
 * @param total how many fit
 * @param more the address of the next page; empty on the last
 * @param fingerprint of the key that seals evidence
 */
public record LookupScreen(Frame frame, Typed typed, List<Line> lines, int total, String more, String fingerprint) {
    public LookupScreen {
        lines = List.copyOf(lines);
    }

    /**
     * What is searched for; empty values search for everything.
     *
     * @param from a day, ISO 8601
     * @param until the last day, ISO 8601
     */
    public record Typed(String words, String author, String account, String from, String until) {
        public boolean nothing() {
            return (words + author + account + from + until).isEmpty();
        }

        @Override
        public String toString() {
            return "Typed[author=" + author + ", account=" + account + "]";
        }
    }

    /** One post. */
    public record Line(
            String postId, String preview, String author, String account, Stage stage, Moment submitted, int revision) {
        @Override
        public String toString() {
            return "Line[postId=" + postId + "]";
        }
    }
}
