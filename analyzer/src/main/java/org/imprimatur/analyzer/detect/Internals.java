package org.imprimatur.analyzer.detect;

import java.util.List;
import org.imprimatur.analyzer.draft.Finding;
import org.imprimatur.analyzer.draft.FindingKind;
import org.imprimatur.analyzer.draft.Span;

/** Internal matters: staffing, lay-offs, legal matters, incidents, passwords, and messages meant for another window. */
final class Internals implements Detector {

    private static final Explanation WHY = Explanation.of(
            FindingKind.CONFIDENTIAL_INTERNAL,
            "This looks like an internal matter that has not been announced.",
            "",
            "Wait for the announcement, or write to the people concerned inside.");
    private static final Cues CUES = new Cues(Lexicon.cues("internal"), Lexicon.cues("internal-guard"));

    @Override
    public String id() {
        return "internal";
    }

    @Override
    public List<Finding> detect(Screening screening) {
        List<Span> spans = CUES.in(screening);
        return spans.isEmpty() ? List.of() : List.of(WHY.at(id(), 0.65, spans));
    }
}
