package org.imprimatur.approver.post;

import java.util.List;
import java.util.Optional;

/**
 * One thing that a detector saw.
 *
 * @param detector such as {@code phone}
 * @param kind such as {@code PHONE} or {@code PERSON_NAME}
 * @param spans where; empty when it concerns the draft as a whole
 * @param confidence 0 to 1
 * @param explanation one plain sentence for the author
 * @param citation the law or policy it rests on
 * @param suggestion wording that would make it pass
 * @param picture place among the revision's pictures, from 0, of the one that it is about, or whose alt text
 */
public record Finding(
        String detector,
        String kind,
        List<Span> spans,
        double confidence,
        String explanation,
        Optional<String> citation,
        Optional<String> suggestion,
        Optional<Integer> picture) {
    public Finding {
        spans = List.copyOf(spans);
    }
}
