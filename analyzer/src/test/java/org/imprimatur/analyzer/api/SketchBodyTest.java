package org.imprimatur.analyzer.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.imprimatur.analyzer.draft.DraftKind;
import org.imprimatur.analyzer.draft.Medium;
import org.imprimatur.analyzer.draft.Sketch;
import org.imprimatur.kit.web.Problem;
import org.imprimatur.kit.web.ProblemException;
import org.junit.jupiter.api.Test;

class SketchBodyTest {
    @Test
    void takesTheObjectThatHandsADraftIn() {
        Sketch sketch = SketchBody.read(Map.of(
                "account", "main",
                "kind", "reply",
                "inReplyTo", "Five stars.",
                "text", "Thank you!",
                "variants", Map.of("X", "Thanks!"),
                "media", List.of(Map.of("hash", "00", "altText", "A door")),
                "scheduledAt", "2026-12-01T09:00:00Z"));

        assertThat(sketch.kind()).isEqualTo(DraftKind.REPLY);
        assertThat(sketch.inReplyTo()).contains("Five stars.");
        assertThat(sketch.variants()).containsEntry("x", "Thanks!");
        assertThat(sketch.media()).containsExactly(new Medium("", "A door"));
    }

    @Test
    void namesEveryFieldThatIsNone() {
        assertThatThrownBy(() -> SketchBody.read(Map.of("text", 7, "variants", "none", "media", List.of("x"))))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        refused -> assertThat(refused.problem().faults())
                                .extracting(Problem.Fault::pointer)
                                .contains("#/text", "#/variants", "#/media"));
    }
}
