package org.imprimatur.analyzer.detect;

import java.util.List;
import java.util.Optional;
import org.imprimatur.analyzer.draft.Finding;
import org.imprimatur.analyzer.draft.FindingKind;
import org.imprimatur.analyzer.draft.Span;

/** What is said of every finding of one kind: a sentence for the author, the source of the rule, and a safer wording. */
record Explanation(FindingKind kind, String sentence, Optional<String> citation, Optional<String> suggestion) {

    static Explanation of(FindingKind kind, String sentence, String citation, String suggestion) {
        return new Explanation(
                kind,
                sentence,
                citation.isEmpty() ? Optional.empty() : Optional.of(citation),
                suggestion.isEmpty() ? Optional.empty() : Optional.of(suggestion));
    }

    Finding at(String detector, double confidence, List<Span> spans) {
        return new Finding(detector, kind, spans, confidence, sentence, citation, suggestion);
    }
}
