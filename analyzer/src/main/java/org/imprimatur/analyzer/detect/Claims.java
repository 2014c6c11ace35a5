package org.imprimatur.analyzer.detect;

import java.util.List;
import org.imprimatur.analyzer.draft.Finding;
import org.imprimatur.analyzer.draft.FindingKind;
import org.imprimatur.analyzer.draft.Span;

/** Promises and superlatives about care that no approved claim and no source supports. */
final class Claims implements Detector {

    private static final Explanation WHY = Explanation.of(
            FindingKind.UNSUBSTANTIATED_CLAIM,
            "This promises or ranks something that no approved claim supports.",
            "FTC Act section 5; FTC Health Products Compliance Guidance (2022)",
            "Use an approved claim with its source, or say what you offer without ranking it.");
    private static final Cues CUES = new Cues(Lexicon.cues("claims"), Lexicon.cues("claims-guard"));

    @Override
    public String id() {
        return "claim";
    }

    @Override
    public List<Finding> detect(Screening screening) {
        if (screening.organization().statesApprovedClaim(screening.tokens())) {
            return List.of();
        }
        List<Span> spans = CUES.in(screening);
        return spans.isEmpty() ? List.of() : List.of(WHY.at(id(), 0.65, spans));
    }
}
