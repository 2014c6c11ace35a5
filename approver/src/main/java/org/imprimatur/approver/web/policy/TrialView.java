package org.imprimatur.approver.web.policy;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.imprimatur.approver.web.view.Moment;
import org.imprimatur.approver.wire.administration.PolicyTrial;

/**
 * A dry run for readers.
 *
 * @param author of the draft that is tried
 * @param running whether somebody is still at it
 * @param stale why its result is no longer of use; empty when it is
 */
public record TrialView(
        String author,
        PolicyTrial trial,
        boolean running,
        Optional<String> stale,
        Moment begun,
        List<Example> held,
        List<Example> passed,
        List<Example> disputed) {

    /**
     * One past revision.
     *
     * @param text the draft's own text; empty when it is not here any more
     * @param linked whether the reader may open the post
     */
    public record Example(
            String postId, int revision, String text, List<String> rules, Optional<String> decision, boolean linked) {
        @Override
        public String toString() {
            return "Example[" + postId + "/" + revision + "]";
        }
    }

    public boolean stopped() {
        return !running && !trial.finished();
    }

    /** How many of those that people decided on are judged alike, such as “84 % (42 of 50)”; only where people decided. */
    public String agreement(int agreed) {
        int decided = trial.figures().decided();
        return Math.round(100.0 * agreed / decided) + " % (" + number(agreed) + " of " + number(decided) + ")";
    }

    /** With commas between the thousands. */
    public String number(int figure) {
        return String.format(Locale.ENGLISH, "%,d", figure);
    }

    /** How people decided, in words. */
    public static String decided(String state) {
        return switch (state) {
            case "APPROVED", "RELEASED" -> "People let it go out";
            case "REJECTED" -> "People rejected it";
            case "CHANGES_REQUESTED" -> "People asked for changes";
            default -> "A reviewer rewrote it";
        };
    }
}
