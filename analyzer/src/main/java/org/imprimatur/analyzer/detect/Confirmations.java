package org.imprimatur.analyzer.detect;

import java.util.ArrayList;
import java.util.List;
import org.imprimatur.analyzer.draft.Finding;
import org.imprimatur.analyzer.draft.FindingKind;
import org.imprimatur.analyzer.draft.Span;
import org.imprimatur.analyzer.text.Match;
import org.imprimatur.analyzer.text.Phrases;

/** Replies that confirm or deny that somebody was cared for here, even in thanks or by repeating what they said. */
final class Confirmations implements Detector {

    private static final Explanation WHY = Explanation.of(
            FindingKind.REPLY_CONFIRMS_PATIENT,
            "This reply says or implies that somebody was, or was not, in the organization's care; that is itself a"
                    + " disclosure.",
            "45 CFR 164.502(a)",
            "Thank you for your feedback. Privacy rules keep us from discussing anyone's care here, or whether they"
                    + " received any. We would like to listen: please contact our patient relations team.");
    private static final Phrases CUES = Lexicon.cues("confirms");
    private static final Phrases SAFE = Lexicon.cues("safe-reply");

    @Override
    public String id() {
        return "confirms";
    }

    @Override
    public List<Finding> detect(Screening screening) {
        if (!screening.isReply()) {
            return List.of();
        }
        List<Match> safe = SAFE.in(screening.tokens());
        List<Span> spans = new ArrayList<>();
        for (Match cue : CUES.in(screening.tokens())) {
            boolean covered = safe.stream()
                    .anyMatch(
                            match -> match.phraseStart() <= cue.phraseStart() && cue.phraseEnd() <= match.phraseEnd());
            if (!covered) {
                spans.add(screening.span(cue));
            }
        }
        return spans.isEmpty() ? List.of() : List.of(WHY.at(id(), 0.7, spans));
    }
}
