package org.imprimatur.analyzer.detect;

import java.util.List;
import org.imprimatur.analyzer.draft.Finding;
import org.imprimatur.analyzer.draft.FindingKind;
import org.imprimatur.analyzer.draft.Span;
import org.imprimatur.analyzer.text.Phrases;

/** Profanity, insults, threats, and contempt for patients or colleagues. */
final class Tone implements Detector {

    private static final Explanation WHY = Explanation.of(
            FindingKind.UNPROFESSIONAL,
            "The tone insults, threatens, swears or makes fun of patients or colleagues.",
            "",
            "Say it as you would to the person, or leave it out.");
    private static final Cues CUES = new Cues(Lexicon.cues("tone"), Phrases.NONE);

    @Override
    public String id() {
        return "tone";
    }

    @Override
    public List<Finding> detect(Screening screening) {
        List<Span> spans = CUES.in(screening);
        return spans.isEmpty() ? List.of() : List.of(WHY.at(id(), 0.75, spans));
    }
}
