package org.imprimatur.analyzer.draft;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * One thing that a detector saw.
 *
 * @param detector id of the detector, such as {@code phone}
 * @param spans where, sorted; empty when it concerns the draft as a whole
 * @param confidence 0 to 1
 * @param explanation one plain sentence for the author; never quotes the draft
 * @param citation the law or policy it rests on
 * @param suggestion wording that would make it pass
 * @param picture place among the draft's pictures, from 0, of the one that it is about, or whose description
 */
public record Finding(
        String detector,
        FindingKind kind,
        List<Span> spans,
        double confidence,
        String explanation,
        Optional<String> citation,
        Optional<String> suggestion,
        OptionalInt picture) {

    public Finding {
        spans = spans.stream().sorted().distinct().toList();
        if (detector.isBlank() || explanation.isBlank()) {
            throw new IllegalArgumentException("a finding names its detector and explains itself");
        }
        if (!(confidence >= 0 && confidence <= 1)) {
            throw new IllegalArgumentException("confidence is between 0 and 1, not " + confidence);
        }
    }

    /** One in a text, or about the draft as a whole. */
    public Finding(
            String detector,
            FindingKind kind,
            List<Span> spans,
            double confidence,
            String explanation,
            Optional<String> citation,
            Optional<String> suggestion) {
        this(detector, kind, spans, confidence, explanation, citation, suggestion, OptionalInt.empty());
    }

    /** The same of a picture, where no span counts. */
    public Finding ofPicture(int place) {
        return new Finding(
                detector, kind, List.of(), confidence, explanation, citation, suggestion, OptionalInt.of(place));
    }

    @Override
    public String toString() {
        return "Finding[" + detector + ", " + kind + ", " + spans.size() + " spans, " + confidence + "]";
    }
}
