package org.imprimatur.approver.audit;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A history as lines of JSON, the last of which seals the others: an end that was cut off is seen. */
public final class SealedHistory {

    private static final JsonMapper JSON = new JsonMapper();

    private SealedHistory() {}

    /**
     * The lines and their seal.
     *
     * @param about such as {@code post ID}
     * @param lines as {@code HistoryLine} writes them, the events of a post in order
     */
    public static String of(String about, List<String> lines, SealingKey key, Instant now) {
        Chains chains = new Chains(Packet.HISTORY);
        MessageDigest digest = Digest.begun();
        StringBuilder text = new StringBuilder();
        for (String line : lines) {
            chains.add(line);
            digest.update(bytes(line));
            text.append(line).append('\n');
        }
        Map<String, String> files = Map.of(Packet.HISTORY, Digest.ended(digest));
        Manifest manifest = new Manifest(Manifest.FORMAT, about, now.toString(), files, chains.heads());
        return text.append(line(Seal.over(manifest, key))).append('\n').toString();
    }

    private static String line(Seal seal) {
        try {
            return JSON.writeValueAsString(seal);
        } catch (JsonProcessingException never) {
            throw new IllegalStateException("a seal is always JSON", never);
        }
    }

    /** The seal that a line is; empty when it is something else. */
    static Optional<Seal> sealIn(String line) {
        try {
            return Optional.ofNullable(JSON.readValue(line, Seal.class))
                    .filter(seal -> seal.manifest() != null && seal.signature() != null && seal.publicKey() != null);
        } catch (JsonProcessingException other) {
            return Optional.empty();
        }
    }

    /** What the digest covers of a line. */
    static byte[] bytes(String line) {
        return (line + "\n").getBytes(StandardCharsets.UTF_8);
    }
}
