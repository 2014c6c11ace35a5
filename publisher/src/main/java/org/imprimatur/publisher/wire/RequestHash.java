package org.imprimatur.publisher.wire;

import java.util.ArrayList;
import java.util.List;
import org.imprimatur.publisher.delivery.Post;

/** One number for what the calls of a delivery send, so that a repeat is known to be one. */
public final class RequestHash {
    private RequestHash() {}

    /** 64 lower-case hexadecimal digits of SHA-256; the same post always gives the same. */
    public static String of(Post post) {
        List<String> parts = new ArrayList<>(List.of(
                post.idempotencyKey(),
                post.platform(),
                post.preparedAt().toString(),
                post.inReplyTo().map(answered -> "to " + answered).orElse("")));
        post.media().forEach(media -> parts.addAll(List.of(media.hash(), media.mediaType(), media.altText())));
        return LiveHash.of(post.text(), parts);
    }
}
