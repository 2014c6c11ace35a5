package org.imprimatur.publisher.connectors;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Optional;
import org.imprimatur.kit.settings.Secret;

/**
 * A token that a platform gave, and what gives the next one.
 *
 * @param origin tells whether a person has put another first token into the account's file since
 * @param from when it was given
 * @param until when it ends
 */
record KeptToken(String origin, Secret access, Secret refresh, Instant from, Instant until) {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Duration LEAST = Duration.ofMinutes(5);
    private static final long USUAL_SECONDS = 3600;

    /** From the endpoint's answer; empty when it holds no token. */
    static Optional<KeptToken> of(Renewal renewal, JsonNode answer, Optional<KeptToken> before, Instant now) {
        String access = answer.path("access_token").asText("");
        if (access.isBlank()) {
            return Optional.empty();
        }
        String next = renewal.isOfTheTokenItself()
                ? access
                : answer.path("refresh_token")
                        .asText(before.map(KeptToken::refresh)
                                .orElse(renewal.token())
                                .reveal());
        Instant until = now.plusSeconds(Math.max(1, answer.path("expires_in").asLong(USUAL_SECONDS)));
        return Optional.of(new KeptToken(origin(renewal), Secret.of(access), Secret.of(next), now, until));
    }

    /** Empty when there is none that can be read. */
    static Optional<KeptToken> read(Path file) {
        try {
            JsonNode node = JSON.readTree(Files.readString(file));
            return Optional.of(new KeptToken(
                    node.path("origin").asText(),
                    Secret.of(node.path("access").asText("")),
                    Secret.of(node.path("refresh").asText("")),
                    Instant.ofEpochSecond(node.path("from").asLong()),
                    Instant.ofEpochSecond(node.path("until").asLong())));
        } catch (IOException | IllegalArgumentException none) {
            return Optional.empty();
        }
    }

    /** Durably, for its owner alone. */
    void write(Path file) throws IOException {
        Path folder = Files.createDirectories(file.toAbsolutePath().getParent());
        if (folder.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
        }
        String content = JSON.createObjectNode()
                .put("origin", origin)
                .put("access", access.reveal())
                .put("refresh", refresh.reveal())
                .put("from", from.getEpochSecond())
                .put("until", until.getEpochSecond())
                .toString();
        SafeFile.write(file, content.getBytes(StandardCharsets.UTF_8));
    }

    boolean isFrom(Renewal renewal) {
        return origin.equals(origin(renewal));
    }

    /** Whether less than a quarter of its time is left, or less than five minutes. */
    boolean isDue(Instant now) {
        Duration quarter = Duration.between(from, until).dividedBy(4);
        return !now.plus(quarter.compareTo(LEAST) < 0 ? LEAST : quarter).isBefore(until);
    }

    boolean isOver(Instant now) {
        return !now.isBefore(until);
    }

    private static String origin(Renewal renewal) {
        try {
            byte[] first = (renewal.client() + "\n" + renewal.token().reveal()).getBytes(StandardCharsets.UTF_8);
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(first));
        } catch (NoSuchAlgorithmException every) {
            throw new IllegalStateException("every Java platform has SHA-256", every);
        }
    }
}
