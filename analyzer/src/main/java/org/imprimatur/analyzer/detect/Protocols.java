package org.imprimatur.analyzer.detect;

import java.util.List;
import org.imprimatur.analyzer.draft.Finding;
import org.imprimatur.analyzer.draft.FindingKind;
import org.imprimatur.analyzer.draft.Span;

/** First cues of a draft that goes against protocols which every such organization has; not a comparison of meaning. */
final class Protocols implements Detector {

    private static final Explanation WHY = Explanation.of(
            FindingKind.PROTOCOL_CONTRADICTION,
            "This may go against one of the organization's protocols.",
            "",
            "Check the protocol, or ask the people who keep it.");
    private static final Cues CUES = new Cues(Lexicon.cues("protocol"), Lexicon.cues("protocol-guard"));

    @Override
    public String id() {
        return "protocol";
    }

    @Override
    public List<Finding> detect(Screening screening) {
        List<Span> spans = CUES.in(screening);
        return spans.isEmpty() ? List.of() : List.of(WHY.at(id(), 0.6, spans));
    }
}
