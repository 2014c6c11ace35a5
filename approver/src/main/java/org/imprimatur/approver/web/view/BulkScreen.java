package org.imprimatur.approver.web.view;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.imprimatur.approver.readmodel.RevisionView;

/**
 * What may be approved together, with every text in full.
 *
 * @param frame what surrounds it
 * @param lines due soonest first
 * @param done whether those without a hindrance were approved
 */
public record BulkScreen(Frame frame, List<Line> lines, boolean done) {
    public BulkScreen {
        lines = List.copyOf(lines);
    }

    public boolean hindered() {
        return lines.stream().anyMatch(line -> line.hindrance().isPresent());
    }

    public long approved() {
        return lines.stream().filter(line -> line.hindrance().isEmpty()).count();
    }

    /**
     * One post.
     *
     * @param field what the form sends when it is ticked
     * @param why text with marks and reasons
     * @param extras what goes out with the text
     * @param hindrance why it was not approved; empty when nothing is in the way
     */
    public record Line(
            String postId,
            int revision,
            String field,
            String account,
            String author,
            Moment submitted,
            Why why,
            PostScreen.Extras extras,
            Optional<String> hindrance) {

        public static Line of(RevisionView shown, String field, Optional<String> hindrance, Instant now) {
            return new Line(
                    shown.content().postId(),
                    shown.content().revision(),
                    field,
                    shown.content().account(),
                    shown.content().author(),
                    Moment.of(shown.content().submittedAt(), now),
                    Why.of(shown.content(), shown.verdict()),
                    PostScreens.extras(shown.content(), Map.of()),
                    hindrance);
        }

        @Override
        public String toString() {
            return "Line[postId=" + postId + "]";
        }
    }
}
