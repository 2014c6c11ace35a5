package org.imprimatur.analyzer.detect;

import java.util.List;
import org.imprimatur.analyzer.draft.Finding;
import org.imprimatur.analyzer.draft.FindingKind;
import org.imprimatur.analyzer.draft.Span;

/** Medical advice to one person: a dose, stopping a medicine, a diagnosis, or that care is not needed. */
final class Advice implements Detector {

    private static final Explanation WHY = Explanation.of(
            FindingKind.INDIVIDUAL_ADVICE,
            "This advises one person what to take, to stop or to think they have, without anybody having seen them.",
            "",
            "Please call our nurse line or your own clinician, who can look at your situation; in an emergency call"
                    + " 911.");
    private static final Cues CUES = new Cues(Lexicon.cues("advice"), Lexicon.cues("advice-guard"));

    @Override
    public String id() {
        return "advice";
    }

    @Override
    public List<Finding> detect(Screening screening) {
        List<Span> spans = CUES.in(screening);
        return spans.isEmpty() ? List.of() : List.of(WHY.at(id(), confidence(screening, spans.size()), spans));
    }

    private static double confidence(Screening screening, int cues) {
        boolean toSomebody = screening.isReply() || screening.care().addressesOnePerson();
        return toSomebody ? 0.7 : cues > 2 ? 0.55 : 0.3;
    }
}
