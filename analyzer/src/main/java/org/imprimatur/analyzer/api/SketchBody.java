package org.imprimatur.analyzer.api;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.imprimatur.analyzer.draft.DraftKind;
import org.imprimatur.analyzer.draft.Medium;
import org.imprimatur.analyzer.draft.Sketch;
import org.imprimatur.kit.web.Problem;
import org.imprimatur.kit.web.ProblemException;

/** Reads a JSON object as a sketch, or names every field that is none. */
final class SketchBody {
    /** Longest text in code points, and most of anything: as what is handed in. */
    private static final int LONGEST_TEXT = 10_000;

    private static final int MOST = 20;

    private final Map<?, ?> draft;
    private final List<Problem.Fault> faults = new ArrayList<>();

    private SketchBody(Map<?, ?> draft) {
        this.draft = draft;
    }

    static Sketch read(Map<?, ?> draft) {
        return new SketchBody(draft).sketch();
    }

    private Sketch sketch() {
        String text = text("#/text", draft.get("text"));
        if (text.isBlank()) {
            fault("#/text", "Write a text; there is nothing to check.");
        }
        String answered = text("#/inReplyTo", draft.get("inReplyTo"));
        Sketch sketch = new Sketch(
                text("#/account", draft.get("account")),
                "reply".equals(text("#/kind", draft.get("kind"))) ? DraftKind.REPLY : DraftKind.POST,
                Optional.of(answered).filter(words -> !words.isBlank()),
                text,
                variants(),
                media(),
                list("authorizations").stream()
                        .map(id -> text("#/authorizations", id))
                        .toList());
        if (!faults.isEmpty()) {
            throw new ProblemException(Problem.of(422, "This can't be checked; correct what is listed.", faults));
        }
        return sketch;
    }

    private Map<String, String> variants() {
        Map<String, String> variants = new LinkedHashMap<>();
        Object value = draft.get("variants");
        if (value instanceof Map<?, ?> entries && entries.size() <= MOST) {
            entries.forEach((platform, text) ->
                    variants.put(platform.toString().toLowerCase(Locale.ROOT), text("#/variants", text)));
        } else if (value != null) {
            fault("#/variants", "Give an object of at most " + MOST + " texts here.");
        }
        return variants;
    }

    private List<Medium> media() {
        List<Medium> media = new ArrayList<>();
        for (Object item : list("media")) {
            if (item instanceof Map<?, ?> picture) {
                media.add(
                        new Medium(text("#/media", picture.get("mediaType")), text("#/media", picture.get("altText"))));
            } else {
                fault("#/media", "Give objects here.");
            }
        }
        return media;
    }

    private List<?> list(String name) {
        Object value = draft.get(name);
        if (value instanceof List<?> items && items.size() <= MOST) {
            return items;
        }
        if (value != null) {
            fault("#/" + name, "Give a list of at most " + MOST + " here.");
        }
        return List.of();
    }

    /** The text, or an empty one where the field is absent. */
    private String text(String pointer, @org.jspecify.annotations.Nullable Object value) {
        if (value == null) {
            return "";
        }
        if (value instanceof String text && text.codePointCount(0, text.length()) <= LONGEST_TEXT) {
            return text;
        }
        fault(pointer, "Give a text of at most " + LONGEST_TEXT + " characters here.");
        return "";
    }

    private void fault(String pointer, String detail) {
        faults.add(new Problem.Fault(pointer, detail));
    }
}
