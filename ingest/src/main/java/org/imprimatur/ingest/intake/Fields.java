package org.imprimatur.ingest.intake;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.BiConsumer;

/** Reads one JSON object field by field and notes every fault on the way; a field that is null counts as absent. */
final class Fields {
    private static final int NAME_SHOWN = 64;
    private static final int UNKNOWN_SHOWN = 100;

    private final Map<String, ?> values;
    private final String prefix;
    private final List<Fault> faults;
    private final Set<String> read = new HashSet<>();

    Fields(Map<String, ?> values, String prefix, List<Fault> faults) {
        this.values = values;
        this.prefix = prefix;
        this.faults = faults;
    }

    void fault(String name, String detail) {
        faults.add(new Fault(pointer(name), detail));
    }

    /** The field's text if it is one, is clean and has at most {@code longest} code points. */
    Optional<String> text(String name, int longest) {
        return value(name).flatMap(value -> cleanText(pointer(name), value, longest));
    }

    OptionalInt wholeNumber(String name) {
        Optional<Object> value = value(name);
        if (value.isEmpty()) {
            return OptionalInt.empty();
        }
        if (value.get() instanceof Integer number && number >= 1) {
            return OptionalInt.of(number);
        }
        fault(name, "Give a whole number of 1 or more.");
        return OptionalInt.empty();
    }

    /** The items of a list, each with its own pointer; none when the field is absent. */
    void each(String name, int most, BiConsumer<String, Object> item) {
        Optional<Object> value = value(name);
        if (value.isEmpty()) {
            return;
        }
        if (!(value.get() instanceof List<?> items)) {
            fault(name, "Give a JSON list here.");
            return;
        }
        if (items.size() > most) {
            fault(name, "Give at most %d here; there are %d.".formatted(most, items.size()));
            return;
        }
        for (int i = 0; i < items.size(); i++) {
            item.accept(pointer(name) + "/" + i, items.get(i));
        }
    }

    /** The entries of an object, each with its own pointer; none when the field is absent. */
    void entries(String name, int most, EntryReader entry) {
        Optional<Object> value = value(name);
        if (value.isEmpty()) {
            return;
        }
        if (!(value.get() instanceof Map<?, ?> entries)) {
            fault(name, "Give a JSON object here.");
            return;
        }
        if (entries.size() > most) {
            fault(name, "Give at most %d here; there are %d.".formatted(most, entries.size()));
            return;
        }
        entries.forEach((key, text) -> entry.read(pointer(name) + "/" + escaped(key.toString()), key.toString(), text));
    }

    /** The text if it is one, is clean and short enough; otherwise its fault is noted under the pointer. */
    Optional<String> cleanText(String pointer, Object value, int longest) {
        if (!(value instanceof String text)) {
            faults.add(new Fault(pointer, "Give a JSON string here."));
            return Optional.empty();
        }
        List<Fault> own = new ArrayList<>();
        int length = text.codePointCount(0, text.length());
        if (length > longest) {
            own.add(new Fault(pointer, "Shorten this to %d characters; it has %d.".formatted(longest, length)));
        }
        if (text.indexOf('\0') >= 0) {
            own.add(new Fault(pointer, "Remove the NUL character (U+0000)."));
        }
        if (text.codePoints().anyMatch(Fields::isSurrogate)) {
            own.add(new Fault(
                    pointer, "Remove the half of a surrogate pair that stands alone; it is not valid Unicode."));
        }
        faults.addAll(own);
        return own.isEmpty() ? Optional.of(text) : Optional.empty();
    }

    /** Notes a fault for each field that nobody asked for; a hundred are enough to see that it is something else. */
    void refuseUnknown() {
        values.keySet().stream()
                .filter(name -> !read.contains(name))
                .limit(UNKNOWN_SHOWN)
                .forEach(name -> fault(name, "This field is not known here; remove it or correct its name."));
    }

    private Optional<Object> value(String name) {
        read.add(name);
        return Optional.ofNullable(values.get(name));
    }

    private String pointer(String name) {
        return prefix + "/" + escaped(name);
    }

    private static String escaped(String name) {
        StringBuilder shown = new StringBuilder();
        name.codePoints()
                .limit(NAME_SHOWN)
                .map(point -> Character.isISOControl(point) || isSurrogate(point) ? 0xFFFD : point)
                .forEach(shown::appendCodePoint);
        return shown.toString().replace("~", "~0").replace("/", "~1");
    }

    private static boolean isSurrogate(int codePoint) {
        return codePoint >= Character.MIN_SURROGATE && codePoint <= Character.MAX_SURROGATE;
    }

    /** Takes one entry of a JSON object. */
    interface EntryReader {
        void read(String pointer, String key, Object value);
    }
}
