package org.imprimatur.approver.wire;

import java.time.Instant;
import java.util.Optional;
import org.imprimatur.approver.review.Command;
import org.imprimatur.approver.review.Content;
import org.imprimatur.approver.review.Opening;
import org.imprimatur.approver.review.Review;
import org.imprimatur.approver.review.Step;

/** One record that concerns the review of a post, whichever topic it came from. */
public sealed interface PostInput {

    /** The post that the record says it is about; its key must say the same. */
    String postId();

    /** What it leads to. */
    Step takenBy(Review review, Instant now);

    /** The content that it brings; empty when it brings none. */
    Optional<Content> content();

    /** What has to be kept until the decision, if this opens a case. */
    default Optional<FrozenDraft> draft() {
        return Optional.empty();
    }

    /** An author handed in a revision. */
    record Submitted(String postId, Content brought) implements PostInput {
        @Override
        public Step takenBy(Review review, Instant now) {
            return review.submitted(brought, now);
        }

        @Override
        public Optional<Content> content() {
            return Optional.of(brought);
        }
    }

    /** The analyzer held a revision. */
    record Held(String postId, Opening opening, FrozenDraft frozen) implements PostInput {
        @Override
        public Step takenBy(Review review, Instant now) {
            return review.held(opening, now);
        }

        @Override
        public Optional<Content> content() {
            return Optional.of(opening.content());
        }

        @Override
        public Optional<FrozenDraft> draft() {
            return Optional.of(frozen);
        }
    }

    /** A person asked for something. */
    record Asked(String postId, Command command) implements PostInput {
        @Override
        public Step takenBy(Review review, Instant now) {
            return review.asked(command, now);
        }

        @Override
        public Optional<Content> content() {
            return Optional.empty();
        }
    }
}
