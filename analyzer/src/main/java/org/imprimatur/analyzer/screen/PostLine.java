package org.imprimatur.analyzer.screen;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.imprimatur.analyzer.draft.Authorization;
import org.imprimatur.analyzer.draft.Draft;
import org.imprimatur.analyzer.draft.DraftKind;

/**
 * One line of the file: {@code id}, {@code kind} (post when missing), {@code inReplyTo}, {@code text}, {@code
 * authorizationId}, {@code account} and {@code date} (ISO 8601). Other fields are not looked at.
 */
sealed interface PostLine {

    JsonMapper JSON = JsonMapper.builder().build();

    /** The post's id, or the line's number where it has none. */
    String id();

    <T> T fold(Function<Understood, T> understood, BiFunction<String, String, T> malformed);

    /** Where and when a post went out. */
    record Posted(String account, Instant at) {}

    /**
     * A line that is a draft.
     *
     * @param unknownAuthorization id of an authorization that nobody registered
     * @param posted empty unless the line has an account and a date
     */
    record Understood(Draft draft, Optional<String> unknownAuthorization, Optional<Posted> posted) implements PostLine {

        @Override
        public String id() {
            return draft.postId();
        }

        @Override
        public <T> T fold(Function<Understood, T> understood, BiFunction<String, String, T> malformed) {
            return understood.apply(this);
        }
    }

    /**
     * A line that is none.
     *
     * @param fault such as {@code has no text}; never quotes the line
     */
    record Malformed(String id, String fault) implements PostLine {

        @Override
        public <T> T fold(Function<Understood, T> understood, BiFunction<String, String, T> malformed) {
            return malformed.apply(id, fault);
        }
    }

    /** Reads a line; the first one has number 1. */
    static PostLine parse(String line, long number, Map<String, Authorization> authorizations) {
        JsonNode post;
        try {
            post = JSON.readTree(line);
        } catch (JsonProcessingException notJson) {
            return new Malformed("line " + number, "is not JSON");
        }
        String id = post.path("id").asText("");
        String name = id.isBlank() ? "line " + number : id;
        if (!post.isObject()) {
            return new Malformed(name, "is not a JSON object");
        }
        if (id.isBlank()) {
            return new Malformed(name, "has no id");
        }
        if (!post.path("text").isTextual()) {
            return new Malformed(name, "has no text");
        }
        return kind(post.path("kind").asText("post"))
                .<PostLine>map(kind -> understood(post, id, kind, authorizations))
                .orElseGet(() -> new Malformed(name, "has a kind that is neither post nor reply"));
    }

    private static Understood understood(
            JsonNode post, String id, DraftKind kind, Map<String, Authorization> authorizations) {
        Optional<String> attached = optional(post, "authorizationId");
        Optional<Authorization> found = attached.flatMap(name -> Optional.ofNullable(authorizations.get(name)));
        Draft draft = new Draft(
                id,
                1,
                "",
                kind,
                optional(post, "inReplyTo"),
                post.path("text").asText(),
                Map.of(),
                List.of(),
                found.stream().toList(),
                "");
        Optional<Posted> posted = optional(post, "account")
                .flatMap(account ->
                        optional(post, "date").flatMap(PostLine::instant).map(at -> new Posted(account, at)));
        return new Understood(draft, found.isPresent() ? Optional.empty() : attached, posted);
    }

    /** A day counts from its beginning in UTC; what is no date is none. */
    private static Optional<Instant> instant(String date) {
        try {
            return Optional.of(
                    date.length() == 10
                            ? LocalDate.parse(date).atStartOfDay().toInstant(ZoneOffset.UTC)
                            : OffsetDateTime.parse(date).toInstant());
        } catch (DateTimeException noDate) {
            return Optional.empty();
        }
    }

    private static Optional<DraftKind> kind(String kind) {
        return switch (kind.toLowerCase(Locale.ROOT)) {
            case "post", "null", "" -> Optional.of(DraftKind.POST);
            case "reply" -> Optional.of(DraftKind.REPLY);
            default -> Optional.empty();
        };
    }

    private static Optional<String> optional(JsonNode post, String field) {
        JsonNode value = post.path(field);
        return value.isMissingNode() || value.isNull() || value.asText("").isBlank()
                ? Optional.empty()
                : Optional.of(value.asText());
    }
}
