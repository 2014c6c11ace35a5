package org.imprimatur.standalone.registry;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The bytes of keys and values in {@code _schemas}; the shape is that of Confluent's registry. */
final class EntryJson {

    private static final ObjectMapper JSON = new ObjectMapper();

    private EntryJson() {}

    static byte[] key(Entry entry) {
        ObjectNode key = JSON.createObjectNode();
        if (entry instanceof Entry.Version added) {
            key.put("keytype", "SCHEMA").put("subject", added.subject()).put("version", added.version());
            return bytes(key.put("magic", 1));
        }
        String subject = ((Entry.Level) entry).subject();
        key.put("keytype", "CONFIG").put("subject", subject.isEmpty() ? null : subject);
        return bytes(key.put("magic", 0));
    }

    static byte[] value(Entry entry) {
        ObjectNode value = JSON.createObjectNode();
        if (entry instanceof Entry.Version added) {
            value.put("subject", added.subject())
                    .put("version", added.version())
                    .put("id", added.id());
            return bytes(value.put("schema", added.schema()).put("deleted", false));
        }
        return bytes(
                value.put("compatibilityLevel", ((Entry.Level) entry).level().name()));
    }

    /** Empty for a record of a kind that this registry never writes. */
    static Optional<Entry> read(byte @Nullable [] key, byte @Nullable [] value) {
        if (key == null || value == null) {
            return Optional.empty();
        }
        try {
            JsonNode keyNode = JSON.readTree(key);
            JsonNode node = JSON.readTree(value);
            String subject = keyNode.path("subject").asText("");
            if (keyNode.path("keytype").asText().equals("SCHEMA")) {
                return Optional.of(new Entry.Version(
                        subject,
                        node.path("version").asInt(),
                        node.path("id").asInt(),
                        node.path("schema").asText()));
            }
            return Compatibility.named(node.path("compatibilityLevel").asText())
                    .map(level -> new Entry.Level(keyNode.path("subject").isNull() ? SchemaBook.ALL : subject, level));
        } catch (IOException undecodable) {
            throw new UncheckedIOException("a record of _schemas is no JSON", undecodable);
        }
    }

    private static byte[] bytes(ObjectNode node) {
        try {
            return JSON.writeValueAsString(node).getBytes(StandardCharsets.UTF_8);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
