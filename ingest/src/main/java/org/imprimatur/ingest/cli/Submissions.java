package org.imprimatur.ingest.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * Turns the fields of one entry into a submission and its Idempotency-Key.
 *
 * <p>The key is made of the entry's id and its content. The same file sent twice is therefore taken once, and an entry
 * whose text was corrected is a new post. Equal entries without an id are told apart by counting them. Used for one
 * pass over one file; not safe for several threads.
 */
final class Submissions {
    private static final Set<String> LABELS = Set.of("label", "severity", "reasons", "spans", "note");
    private static final JsonMapper CANONICAL = JsonMapper.builder()
            .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
            .build();

    private final Optional<String> account;
    private final Map<String, Integer> seen = new HashMap<>();

    /** Fills in {@code account} where an entry names none. */
    Submissions(Optional<String> account) {
        this.account = account;
    }

    Entry.Post post(int number, String raw, Map<String, ?> fields) {
        Map<String, Object> submission = new TreeMap<>();
        fields.forEach((name, value) -> {
            if (value != null && !LABELS.contains(name)) {
                submission.put(name, value);
            }
        });
        Optional<Object> id = Optional.ofNullable(submission.remove("id"));
        List.of("authorizationId", "authorization")
                .forEach(name -> Optional.ofNullable(submission.remove(name))
                        .ifPresent(one -> submission.putIfAbsent("authorizations", List.of(one))));
        account.ifPresent(name -> submission.putIfAbsent("account", name));
        String content = json(submission);
        String which = id.map(Object::toString).orElseGet(() -> "#" + seen.merge(sha256(content), 1, Integer::sum));
        return new Entry.Post(number, raw, "submit-" + sha256(which + "\n" + content), submission);
    }

    static String json(Map<String, ?> submission) {
        try {
            return CANONICAL.writeValueAsString(submission);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("maps, lists and strings are always JSON", e);
        }
    }

    private static String sha256(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
