package org.imprimatur.approver.notify;

import java.net.URI;
import java.util.Set;

/**
 * One message: what happened, to whom it matters, where to look. It has no place for a draft's text or a note.
 *
 * @param id the same for every attempt, so that a receiver can tell a repeat
 * @param kind what happened
 * @param people ids of the people whom it is for; empty for all reviewers
 * @param count of how many posts it speaks
 * @param link where to look
 */
public record Notice(String id, Kind kind, Set<String> people, int count, URI link) {

    /** What people are told of. */
    public enum Kind {
        HELD("posts.held", "Posts wait for a review"),
        CHANGES_REQUESTED("post.changes_requested", "A reviewer asks for changes to your post"),
        REJECTED("post.rejected", "Your post was rejected"),
        UNCONFIRMED("delivery.unconfirmed", "A post may be live: please check");

        private final String type;
        private final String subject;

        Kind(String type, String subject) {
            this.type = type;
            this.subject = subject;
        }

        String type() {
            return type;
        }

        String subject() {
            return subject;
        }
    }

    public Notice {
        people = Set.copyOf(people);
    }

    /** One plain line and the address. */
    String text() {
        String what = kind == Kind.HELD && count != 1 ? count + " posts wait for a review" : kind.subject();
        return what + ": " + link;
    }
}
