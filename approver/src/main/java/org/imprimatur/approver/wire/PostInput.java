package org.imprimatur.approver.wire;

import java.time.Instant;
import java.util.Optional;
import org.imprimatur.approver.post.Wording;
import org.imprimatur.approver.review.Ask;
import org.imprimatur.approver.review.Command;
import org.imprimatur.approver.review.Content;
import org.imprimatur.approver.review.Opening;
import org.imprimatur.approver.review.Review;
import org.imprimatur.approver.review.Step;
import org.imprimatur.approver.review.Terms;

/** One record that concerns the review of a post, whichever topic it came from. */
public sealed interface PostInput {

    /** The post that the record says it is about; its key must say the same. */
    String postId();

    /** What the review makes of it. */
    Step takenBy(Review review, Setting setting);

    /** The content that it brings; empty for a request. */
    default Optional<Content> content() {
        return Optional.empty();
    }

    /** What has to be kept until the decision, if this opens a case. */
    default Optional<FrozenDraft> draft() {
        return Optional.empty();
    }

    /** The revision that it makes, if the review lets it. */
    default Optional<FrozenDraft> made(Setting setting) {
        return Optional.empty();
    }

    /**
     * What surrounds it.
     *
     * @param terms of the organization
     * @param kept the draft under review; empty when there is none
     * @param now when it is taken
     */
    record Setting(Terms terms, Optional<FrozenDraft> kept, Instant now) {}

    /** An author handed in a revision. */
    record Submitted(String postId, Content brought) implements PostInput {
        @Override
        public Step takenBy(Review review, Setting setting) {
            return review.submitted(brought, setting.now());
        }

        @Override
        public Optional<Content> content() {
            return Optional.of(brought);
        }
    }

    /** The analyzer held a revision. */
    record Held(String postId, Opening opening, FrozenDraft frozen) implements PostInput {
        @Override
        public Step takenBy(Review review, Setting setting) {
            return review.held(opening, setting.terms(), setting.now());
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
        public Step takenBy(Review review, Setting setting) {
            return review.asked(command, setting.terms(), setting.now());
        }
    }

    /** A person wants it to go out in other words. */
    record Edit(String postId, Ask ask, Wording wording, Optional<String> note) implements PostInput {
        @Override
        public Step takenBy(Review review, Setting setting) {
            return review.asked(command(setting), setting.terms(), setting.now());
        }

        /** Without a draft there is no open case, and it is refused for that, whatever it would make. */
        private Command command(Setting setting) {
            int next = ask.seen().revision() + 1;
            Content made = made(setting)
                    .map(FrozenDraft::content)
                    .filter(content -> content.revision() == next)
                    .orElseGet(() -> new Content(next, "none"));
            return new Command.Edit(ask, made, note);
        }

        @Override
        public Optional<FrozenDraft> made(Setting setting) {
            return setting.kept().map(kept -> kept.edited(wording, ask.by().id(), setting.now()));
        }
    }
}
