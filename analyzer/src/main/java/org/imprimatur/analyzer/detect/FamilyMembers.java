package org.imprimatur.analyzer.detect;

import java.util.List;
import org.imprimatur.analyzer.draft.Finding;
import org.imprimatur.analyzer.draft.FindingKind;
import org.imprimatur.analyzer.draft.Span;
import org.imprimatur.analyzer.text.Phrases;

/** Relatives of somebody in care who are told about without being named. */
final class FamilyMembers implements Detector {

    private static final Explanation WHY = Explanation.of(
            FindingKind.FAMILY_IDENTIFIER,
            "A relative of somebody in care is told about; that identifies the patient as well.",
            "45 CFR 164.514(b)(2)(i)",
            "Leave the relative out, or speak of families in general.");
    private static final Cues CUES = new Cues(Lexicon.cues("family"), Phrases.NONE);

    @Override
    public String id() {
        return "family";
    }

    @Override
    public List<Finding> detect(Screening screening) {
        List<Span> spans = CUES.in(screening);
        return spans.isEmpty() ? List.of() : List.of(WHY.at(id(), 0.6, spans));
    }
}
