package org.imprimatur.publisher.connectors;

import org.imprimatur.publisher.delivery.Post;

/** Names files after posts; whatever an id holds, the file lies in its folder and no two posts share it. */
final class FileNames {
    private static final int LONGEST_PART = 60;
    private static final int KEY_DIGITS = 16;

    private FileNames() {}

    /** Such as {@code 7f0c-r2-harbor-outbox}; part of the key follows when an id had to be changed to fit. */
    static String of(Post post) {
        String postId = plain(post.id().postId());
        String account = plain(post.id().account());
        String name = postId + "-r" + post.id().revision() + "-" + account;
        boolean asGiven =
                postId.equals(post.id().postId()) && account.equals(post.id().account());
        return asGiven ? name : name + "-" + plain(post.idempotencyKey()).substring(0, KEY_DIGITS);
    }

    private static String plain(String id) {
        String safe = id.replaceAll("[^A-Za-z0-9_-]", "_");
        return safe.length() <= LONGEST_PART ? safe : safe.substring(0, LONGEST_PART);
    }
}
