package org.imprimatur.ingest.intake;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Invented submissions and what they may refer to. */
final class Submissions {
    static final Instant NOW = Instant.parse("2026-10-01T12:00:00Z");
    static final String HASH = "ab".repeat(32);

    static final Author ANA = new Author("ana", Optional.empty());

    static final Known KNOWN = new Known() {
        @Override
        public boolean account(String id) {
            return id.equals("main") || id.equals("sky");
        }

        @Override
        public Optional<String> authorizationGroup(String id) {
            return Optional.ofNullable(
                    Map.of("A-101", "", "F-1", "family", "H-1", "hospital").get(id));
        }

        @Override
        public Optional<String> platform(String account) {
            return Optional.of(account.equals("sky") ? "bluesky" : "outbox");
        }

        @Override
        public List<String> refusals(String platform, String text, List<Picture> media) {
            if (!platform.equals("bluesky")) {
                return List.of();
            }
            Stream<String> tooLong = Stream.of("the text is longer than 40").filter(is -> text.length() > 40);
            Stream<String> unsaid = media.stream()
                    .filter(picture -> picture.altText().isEmpty())
                    .map(picture -> "picture 1 needs a description");
            return Stream.concat(tooLong, unsaid).toList();
        }

        @Override
        public Set<String> platforms() {
            return Set.of("outbox", "bluesky");
        }

        @Override
        public Optional<String> mediaType(String hash) {
            return hash.equals(HASH) ? Optional.of("image/png") : Optional.empty();
        }
    };

    private Submissions() {}

    /** A flawless post, with one field replaced. */
    static Map<String, Object> with(String field, @org.jspecify.annotations.Nullable Object value) {
        Map<String, Object> submission = new HashMap<>(Map.of("account", "main", "text", "Flu shots on Saturday."));
        submission.put(field, value);
        return submission;
    }
}
