package org.imprimatur.publisher.connectors;

import org.imprimatur.publisher.delivery.DeliveryId;

/** Names files after posts; whatever an id holds, the file lies in its folder and no two posts share it. */
final class FileNames {
    private static final int LONGEST_PART = 60;
    private static final int KEY_DIGITS = 16;

    private FileNames() {}

    /** Such as {@code 7f0c-r2-harbor-outbox}; part of the key follows when an id had to be changed to fit. */
    static String of(DeliveryId id, String idempotencyKey) {
        String postId = plain(id.postId());
        String account = plain(id.account());
        String name = postId + "-r" + id.revision() + "-" + account;
        boolean asGiven = postId.equals(id.postId()) && account.equals(id.account());
        return asGiven ? name : name + "-" + plain(idempotencyKey).substring(0, KEY_DIGITS);
    }

    private static String plain(String id) {
        String safe = id.replaceAll("[^A-Za-z0-9_-]", "_");
        return safe.length() <= LONGEST_PART ? safe : safe.substring(0, LONGEST_PART);
    }
}
