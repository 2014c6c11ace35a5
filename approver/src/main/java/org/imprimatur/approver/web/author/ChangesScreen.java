package org.imprimatur.approver.web.author;

import java.util.List;
import java.util.Optional;
import org.imprimatur.approver.web.view.Frame;

/**
 * Two revisions side by side.
 *
 * @param frame what surrounds it
 * @param postId the post
 * @param from number of the earlier one
 * @param to number of the later one
 * @param note what the reviewer said of the earlier one
 * @param diff word by word
 * @param findings what was seen in the earlier one, and what is seen only in the later one
 * @param judged whether the later one was judged already
 */
public record ChangesScreen(
        Frame frame,
        String postId,
        int from,
        int to,
        Optional<String> note,
        WordDiff diff,
        List<Line> findings,
        boolean judged) {
    public ChangesScreen {
        findings = List.copyOf(findings);
    }

    /** A finding: FIXED, LEFT or NEW. */
    public record Line(String words, Fate fate) {
        @Override
        public String toString() {
            return "Line[" + fate + "]";
        }
    }

    /** What became of a finding from one revision to the next. */
    public enum Fate {
        FIXED,
        LEFT,
        NEW
    }

    @Override
    public String toString() {
        return "ChangesScreen[postId=" + postId + ", " + from + " to " + to + "]";
    }
}
