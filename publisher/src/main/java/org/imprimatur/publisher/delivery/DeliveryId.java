package org.imprimatur.publisher.delivery;

/**
 * Names one delivery: one revision of one post on one account.
 *
 * @param postId no slash, no control character
 * @param revision 1 for the first
 * @param account key in the topic of accounts
 */
public record DeliveryId(String postId, int revision, String account) {
    public DeliveryId {
        require(
                isPlain(postId) && postId.indexOf('/') < 0,
                "the post id is blank or holds a slash or a control character");
        require(revision >= 1, "revision " + revision + " is below 1");
        require(isPlain(account), "the account id is blank or holds a control character");
    }

    /** Such as {@code 7f0c/r2/harbor-bluesky}; two ids never have the same text. */
    public String text() {
        return ofPost(postId) + revision + "/" + account;
    }

    /** How the texts of all deliveries of one post begin. */
    public static String ofPost(String postId) {
        return postId + "/r";
    }

    @Override
    public String toString() {
        return text();
    }

    private static boolean isPlain(String id) {
        return !id.isBlank() && id.chars().noneMatch(Character::isISOControl);
    }

    private static void require(boolean holds, String otherwise) {
        if (!holds) {
            throw new IllegalArgumentException(otherwise);
        }
    }
}
