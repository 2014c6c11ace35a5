package org.imprimatur.approver.audit;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;

/**
 * What a packet holds; its signature seals the whole packet.
 *
 * @param format {@link #FORMAT}
 * @param about what it is evidence of, such as {@code post ID} or {@code account ID}
 * @param madeAt ISO-8601
 * @param files SHA-256 of each file, 64 lower-case hexadecimal digits, by its name
 * @param histories where the history of each post ends, by post id
 */
@JsonPropertyOrder({"format", "about", "madeAt", "files", "histories"})
record Manifest(String format, String about, String madeAt, Map<String, String> files, Map<String, Head> histories) {

    static final String FORMAT = "imprimatur.evidence.1";

    private static final JsonMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    Manifest {
        files = new TreeMap<>(files);
        histories = new TreeMap<>(histories);
    }

    byte[] bytes() {
        try {
            return (JSON.writeValueAsString(this) + "\n").getBytes(StandardCharsets.UTF_8);
        } catch (JsonProcessingException never) {
            throw new IllegalStateException("a manifest is always JSON", never);
        }
    }

    /**
     * Reads what {@link #bytes} made.
     *
     * @throws IOException when the bytes are no manifest of this format
     */
    static Manifest read(byte[] bytes) throws IOException {
        Manifest manifest = JSON.readValue(bytes, Manifest.class);
        if (!FORMAT.equals(manifest.format())) {
            throw new IOException("unknown format");
        }
        return manifest;
    }
}
