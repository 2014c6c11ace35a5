package org.imprimatur.approver.readmodel;

import java.util.List;
import org.imprimatur.approver.post.Delivery;

/**
 * Everything that is known of one post.
 *
 * @param postId the post
 * @param state where its newest revision stands
 * @param revisions newest first, never empty
 * @param deliveries the newest step of each publication
 */
public record PostView(String postId, PostState state, List<RevisionView> revisions, List<Delivery> deliveries) {
    public PostView {
        revisions = List.copyOf(revisions);
        deliveries = List.copyOf(deliveries);
        if (revisions.isEmpty()) {
            throw new IllegalArgumentException("a post has a revision");
        }
    }

    /** The newest revision. */
    public RevisionView newest() {
        return revisions.get(0);
    }
}
