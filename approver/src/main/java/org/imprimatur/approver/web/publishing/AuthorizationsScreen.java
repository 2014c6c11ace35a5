package org.imprimatur.approver.web.publishing;

import java.util.List;
import org.imprimatur.approver.web.Asked;
import org.imprimatur.approver.web.view.Frame;
import org.imprimatur.approver.web.view.Stage;

/**
 * The register of authorizations.
 *
 * @param frame what surrounds it
 * @param typed what is searched for
 * @param platforms to choose from
 * @param lines by id
 * @param total over all pages
 * @param skip lines before the page
 */
public record AuthorizationsScreen(
        Frame frame, Typed typed, List<String> platforms, List<Line> lines, int total, int skip) {
    public AuthorizationsScreen {
        platforms = List.copyOf(platforms);
        lines = List.copyOf(lines);
    }

    /** What is searched for; {@code state} is the name of a standing in lower case, or empty. */
    public record Typed(String words, String platform, String state) {
        public boolean narrowed() {
            return !words.isEmpty() || !platform.isEmpty() || !state.isEmpty();
        }
    }

    /** One authorization in the list. */
    public record Line(
            String id, String page, String person, String scope, String platforms, String ends, Stage stage) {
        @Override
        public String toString() {
            return "Line[" + id + "]";
        }
    }

    /** The address of the next page; empty on the last. */
    public String more() {
        int next = skip + lines.size();
        return next < total
                ? "/authorizations?words=" + Asked.encoded(typed.words()) + "&platform="
                        + Asked.encoded(typed.platform()) + "&state=" + typed.state() + "&skip=" + next
                : "";
    }
}
