package org.imprimatur.analyzer.detect;

import java.util.List;
import org.imprimatur.analyzer.draft.Finding;
import org.imprimatur.analyzer.draft.FindingKind;
import org.imprimatur.analyzer.draft.Span;

/** Well-known false claims about health, unless they are quoted to correct them. */
final class Misinformation implements Detector {

    private static final Explanation WHY = Explanation.of(
            FindingKind.MISINFORMATION,
            "This reads like a health claim that is known to be false.",
            "",
            "State what is true and give the source, such as cdc.gov.");
    private static final Cues CUES = new Cues(Lexicon.cues("misinformation"), Lexicon.cues("misinformation-guard"));

    @Override
    public String id() {
        return "misinformation";
    }

    @Override
    public List<Finding> detect(Screening screening) {
        List<Span> spans = CUES.in(screening);
        return spans.isEmpty() ? List.of() : List.of(WHY.at(id(), 0.65, spans));
    }
}
