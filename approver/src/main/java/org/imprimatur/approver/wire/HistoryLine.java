package org.imprimatur.approver.wire;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import org.imprimatur.schemas.avro.ReviewEvent;

/** One event of a history as one line of JSON, with every member that its hash covers. */
public final class HistoryLine {

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();

    private HistoryLine() {}

    public static String write(HistoryRecord record) {
        return PlainJson.of(record.event()).toString();
    }

    /**
     * Reads a line that {@link #write} wrote.
     *
     * @throws IllegalArgumentException says what is wrong with it, in words for an auditor
     */
    public static HistoryRecord read(String line) {
        try {
            JsonNode node = JSON.readTree(line);
            ReviewEvent event = PlainJson.read(node, ReviewEvent.class);
            requireSame(node, PlainJson.of(event));
            return new HistoryRecord(event);
        } catch (JsonProcessingException noJson) {
            throw new IllegalArgumentException("it is no JSON", noJson);
        }
    }

    /** What reads the same but is written otherwise, such as a moment with digits that no hash covers, is refused. */
    private static void requireSame(JsonNode read, JsonNode written) {
        read.properties().forEach(member -> {
            JsonNode again = written.path(member.getKey());
            if (!again.toString().equals(member.getValue().toString())) {
                throw new IllegalArgumentException(member.getKey() + " is not written as an export writes it");
            }
        });
    }
}
