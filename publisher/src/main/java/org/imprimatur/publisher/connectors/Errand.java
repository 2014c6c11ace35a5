package org.imprimatur.publisher.connectors;

import org.imprimatur.publisher.delivery.Post;
import org.imprimatur.publisher.delivery.Publication;

/**
 * On whose behalf something is asked of a platform.
 *
 * @param account key in the topic of accounts
 * @param unsaid what no reason may repeat: the text of the post; empty when none is sent
 */
public record Errand(String account, String unsaid) {
    public static Errand of(Post post) {
        return new Errand(post.id().account(), post.text());
    }

    public static Errand of(Publication publication) {
        return new Errand(publication.id().account(), "");
    }

    @Override
    public String toString() {
        return "Errand[" + account + "]";
    }
}
