package org.imprimatur.schemas.organization;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** One mapping of the file: reads fields by name, notes faults, and knows which fields nobody asked for. */
final class Entry {

    private final String where;
    private final JsonNode node;
    private final Remarks remarks;
    private final Set<String> asked = new LinkedHashSet<>();

    /** What is wrong (the file is refused) and what is odd (it is read all the same). */
    record Remarks(List<String> faults, List<String> warnings) {

        Remarks() {
            this(new ArrayList<>(), new ArrayList<>());
        }
    }

    Entry(String where, JsonNode node, Remarks remarks) {
        this.where = where;
        this.node = node;
        this.remarks = remarks;
        if (!node.isObject()) {
            remarks.faults().add(where + " must be a mapping of names to values");
        }
    }

    String required(String name) {
        String value = text(name);
        if (value.isBlank()) {
            remarks.faults().add(at(name) + " is missing; give it a value");
        }
        return value;
    }

    /** The field's text, empty when it is absent. */
    String text(String name) {
        JsonNode value = value(name);
        if (value.isContainerNode()) {
            remarks.faults().add(at(name) + " must be a single text");
            return "";
        }
        return value.isMissingNode() || value.isNull() ? "" : value.asText().strip();
    }

    boolean flag(String name) {
        String value = text(name);
        if (!value.isEmpty() && !value.equals("true") && !value.equals("false")) {
            remarks.faults().add(at(name) + " must be true or false");
        }
        return value.equals("true");
    }

    Optional<Integer> number(String name) {
        String value = text(name).replace("_", "").replace(",", "");
        if (value.isEmpty()) {
            return Optional.empty();
        }
        try {
            return Optional.of(Integer.valueOf(value));
        } catch (NumberFormatException wrong) {
            remarks.faults().add(at(name) + " must be a whole number");
            return Optional.empty();
        }
    }

    Optional<LocalDate> day(String name) {
        String value = text(name);
        if (value.isEmpty()) {
            return Optional.empty();
        }
        try {
            return Optional.of(LocalDate.parse(value));
        } catch (DateTimeParseException wrong) {
            remarks.faults().add(at(name) + " must be a day such as 2026-10-01");
            return Optional.empty();
        }
    }

    /** A list of texts; an element may also be a mapping, whose field {@code key} is then the text. */
    List<String> texts(String name, String key) {
        return each(name, (element, place) -> {
            if (element.isObject()) {
                return element.path(key).asText("").strip();
            }
            if (element.isArray()) {
                remarks.faults().add(place + " must be a single text");
            }
            return element.asText("").strip();
        });
    }

    /** A list of mappings, each read by {@code read}. */
    <T> List<T> entries(String name, Function<Entry, T> read) {
        return each(name, (element, place) -> {
            Entry entry = new Entry(place, element, remarks);
            T value = read.apply(entry);
            entry.close();
            return value;
        });
    }

    /** A mapping; an absent one reads as one without fields. */
    <T> T entry(String name, Function<Entry, T> read) {
        JsonNode value = value(name);
        Entry entry = new Entry(at(name), value.isMissingNode() || value.isNull() ? empty() : value, remarks);
        T result = read.apply(entry);
        entry.close();
        return result;
    }

    /** A field that people may keep for themselves. */
    void ignore(String name) {
        asked.add(name);
    }

    /** Warns of every field that nobody asked for. */
    void close() {
        node.fieldNames().forEachRemaining(name -> {
            if (!asked.contains(name)) {
                remarks.warnings().add(at(name) + " is not a field that is known here; it is ignored");
            }
        });
    }

    private interface Reading<T> {

        T read(JsonNode element, String place);
    }

    private <T> List<T> each(String name, Reading<T> reading) {
        JsonNode value = value(name);
        if (value.isMissingNode() || value.isNull()) {
            return List.of();
        }
        if (!value.isArray()) {
            remarks.faults().add(at(name) + " must be a list");
            return List.of();
        }
        List<T> values = new ArrayList<>();
        for (int index = 0; index < value.size(); index++) {
            values.add(reading.read(value.get(index), at(name) + "[" + index + "]"));
        }
        return List.copyOf(values);
    }

    private JsonNode value(String name) {
        asked.add(name);
        return node.path(name);
    }

    private JsonNode empty() {
        return JsonNodeFactory.instance.objectNode();
    }

    private String at(String name) {
        return where.isEmpty() ? name : where + "." + name;
    }
}
