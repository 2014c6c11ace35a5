package org.imprimatur.ingest.api;

import io.javalin.http.Context;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.imprimatur.ingest.intake.PostId;
import org.imprimatur.kit.web.ProblemException;

/**
 * Names new posts: by their sender and Idempotency-Key when there is one, so that a repeat names the same post, else at
 * random.
 */
record PostIds(Supplier<UUID> random) {
    private static final Pattern KEY = Pattern.compile("[\\x20-\\x7E]{1,200}");

    PostId from(Optional<String> key, String owner) {
        return key.map(text -> derived(owner, text))
                .orElseGet(() -> new PostId(random.get().toString()));
    }

    static PostId inPath(Context context) {
        return PostId.parse(context.pathParam("postId")).orElseThrow(Refusals::unknownPost);
    }

    private static PostId derived(String owner, String key) {
        if (!KEY.matcher(key).matches()) {
            throw ProblemException.of(400, "Use 1 to 200 printable ASCII characters as Idempotency-Key.");
        }
        ByteBuffer digest = ByteBuffer.wrap(sha256("imprimatur.post.1\0" + owner + "\0" + key));
        return new PostId(new UUID(digest.getLong(), digest.getLong()).toString());
    }

    private static byte[] sha256(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
