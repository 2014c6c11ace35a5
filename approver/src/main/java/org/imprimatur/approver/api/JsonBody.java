package org.imprimatur.approver.api;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.imprimatur.kit.web.Problem;
import org.imprimatur.kit.web.Problem.Fault;
import org.imprimatur.kit.web.ProblemException;

/** One JSON object of a request; every fault is collected and named at once, and never quotes what was sent. */
final class JsonBody {
    private static final JsonMapper JSON = new JsonMapper();
    private static final int LONGEST_WORD = 200;

    private final JsonNode node;
    private final String pointer;
    private final List<Fault> faults;

    private JsonBody(JsonNode node, String pointer, List<Fault> faults) {
        this.node = node;
        this.pointer = pointer;
        this.faults = faults;
    }

    static JsonBody of(String text) {
        try {
            JsonNode node = JSON.readTree(text);
            if (node.isObject()) {
                return new JsonBody(node, "#/", new ArrayList<>());
            }
        } catch (JsonProcessingException notJson) {
            // falls through to the one sentence below; the parser's own may quote the body
        }
        throw ProblemException.of(400, "Send one JSON object.");
    }

    void fault(String field, String why) {
        faults.add(new Fault(pointer + field, why));
    }

    /** Throws a problem that names every fault. */
    void complete() {
        if (!faults.isEmpty()) {
            throw new ProblemException(Problem.of(400, "Mend the fields that are named here.", faults));
        }
    }

    Optional<String> word(String field) {
        return text(field, LONGEST_WORD);
    }

    /** Blank is as good as missing. */
    Optional<String> text(String field, int longest) {
        JsonNode value = node.path(field);
        if (value.isMissingNode() || value.isNull()) {
            return Optional.empty();
        }
        if (!value.isTextual() || value.textValue().length() > longest) {
            fault(field, "is text of at most " + longest + " characters");
            return Optional.empty();
        }
        return Optional.of(value.textValue()).filter(text -> !text.isBlank());
    }

    String needed(String field, String why) {
        Optional<String> word = word(field);
        if (word.isEmpty()) {
            fault(field, "is needed: " + why);
        }
        return word.orElse("-");
    }

    /** The number of a revision; 1 and a fault when it is none. */
    int revision(String field) {
        JsonNode value = node.path(field);
        if (value.isInt() && value.intValue() > 0) {
            return value.intValue();
        }
        fault(field, "is needed: the number of the revision that you saw");
        return 1;
    }

    /** A number from {@code min} to {@code max}; {@code otherwise} where it is missing. */
    int number(String field, int otherwise, int min, int max) {
        JsonNode value = node.path(field);
        if (value.isMissingNode() || value.isNull()) {
            return otherwise;
        }
        if (value.isInt() && value.intValue() >= min && value.intValue() <= max) {
            return value.intValue();
        }
        fault(field, "is a whole number from " + min + " to " + max);
        return otherwise;
    }

    boolean truth(String field, boolean otherwise) {
        JsonNode value = node.path(field);
        if (!value.isMissingNode() && !value.isBoolean()) {
            fault(field, "is true or false");
        }
        return value.asBoolean(otherwise);
    }

    /** Texts by name; blank ones stay. */
    Map<String, String> texts(String field, int longest) {
        Map<String, String> texts = new LinkedHashMap<>();
        JsonNode object = node.path(field);
        if (!object.isMissingNode() && !object.isNull() && !object.isObject()) {
            fault(field, "is an object of texts");
        }
        object.properties().forEach(each -> {
            boolean fits =
                    each.getValue().isTextual() && each.getValue().textValue().length() <= longest;
            if (fits && each.getKey().length() <= LONGEST_WORD) {
                texts.put(each.getKey(), each.getValue().textValue());
            } else {
                fault(field, "is an object of texts of at most " + longest + " characters");
            }
        });
        return texts;
    }

    /** The texts of a list, none when it is missing; a fault when there are more than {@code most}. */
    List<String> words(String field, int most, int longest) {
        JsonNode list = node.path(field);
        List<String> words = new ArrayList<>();
        list.forEach(each -> words.add(each.asText("")));
        boolean fits = (list.isArray() || list.isMissingNode() || list.isNull())
                && words.size() <= most
                && words.stream().allMatch(word -> !word.isBlank() && word.length() <= longest);
        if (!fits) {
            fault(field, "is a list of at most " + most + " texts of at most " + longest + " characters");
            return List.of();
        }
        return words;
    }

    /** The objects of a list; a fault when there are none or more than {@code most}. */
    List<JsonBody> objects(String field, int most) {
        JsonNode list = node.path(field);
        if (!list.isArray() || list.isEmpty() || list.size() > most) {
            fault(field, "is a list of 1 to " + most + " objects");
            return List.of();
        }
        List<JsonBody> objects = new ArrayList<>();
        for (int i = 0; i < list.size(); i++) {
            objects.add(new JsonBody(list.get(i), pointer + field + "/" + i + "/", faults));
        }
        return objects;
    }
}
