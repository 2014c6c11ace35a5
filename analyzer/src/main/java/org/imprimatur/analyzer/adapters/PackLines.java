package org.imprimatur.analyzer.adapters;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import org.imprimatur.analyzer.policy.PolicyText;

/** Where in a pack each rule and each of its fields stands. */
final class PackLines {

    private final JsonParser parser;
    private final Map<String, Integer> lines = new HashMap<>();

    private PackLines(JsonParser parser) {
        this.parser = parser;
    }

    /** By {@link PolicyText#key}; of a pack that is not sound, as far as it can be read. */
    static Map<String, Integer> of(YAMLMapper yaml, String source) throws IOException {
        try (JsonParser parser = yaml.createParser(source)) {
            PackLines found = new PackLines(parser);
            if (parser.nextToken() == JsonToken.START_OBJECT) {
                found.fields(0);
            }
            return found.lines;
        }
    }

    /** Reads to the end of the object that has begun; {@code place} is 0 for the pack itself. */
    private void fields(int place) throws IOException {
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            String field = parser.currentName();
            note(place, field);
            JsonToken value = parser.nextToken();
            if (place == 0 && field.equals("rules") && value == JsonToken.START_ARRAY) {
                rules();
            } else {
                parser.skipChildren();
            }
        }
    }

    private void rules() throws IOException {
        for (int place = 1; parser.nextToken() != JsonToken.END_ARRAY; place++) {
            note(place, "");
            if (parser.currentToken() == JsonToken.START_OBJECT) {
                fields(place);
            } else {
                parser.skipChildren();
            }
        }
    }

    private void note(int place, String field) {
        lines.put(PolicyText.key(place, field), parser.currentTokenLocation().getLineNr());
    }
}
