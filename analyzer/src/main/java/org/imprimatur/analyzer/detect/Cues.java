package org.imprimatur.analyzer.detect;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.imprimatur.analyzer.draft.Span;
import org.imprimatur.analyzer.text.Match;
import org.imprimatur.analyzer.text.Phrases;
import org.imprimatur.analyzer.text.Tokens;

/**
 * Phrases that count, unless a guarding phrase stands in the same sentence or the one after.
 *
 * @param phrases what counts
 * @param guard what takes it back, such as "this is a myth"
 */
record Cues(Phrases phrases, Phrases guard) {

    /** Where the cues stand that no guard takes back. */
    List<Span> in(Screening screening) {
        Tokens tokens = screening.tokens();
        List<Match> cues = phrases.in(tokens);
        if (cues.isEmpty()) {
            return List.of();
        }
        Set<Integer> guarded = new HashSet<>();
        for (Match match : guard.in(tokens)) {
            int sentence = tokens.get(match.phraseStart()).sentence();
            guarded.add(sentence);
            guarded.add(sentence - 1);
        }
        List<Span> spans = new ArrayList<>();
        for (Match cue : cues) {
            if (!guarded.contains(tokens.get(cue.phraseStart()).sentence())) {
                spans.add(screening.span(cue));
            }
        }
        return spans;
    }
}
