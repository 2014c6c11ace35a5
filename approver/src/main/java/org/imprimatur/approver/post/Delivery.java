package org.imprimatur.approver.post;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * The newest known step of one publication.
 *
 * @param deliveryId one per post, revision and account
 * @param postId the post
 * @param revision what is published
 * @param account where
 * @param platform of the account, in lower case; empty while nobody knows it
 * @param step how far it came
 * @param attempt 1 for the first call to the platform; 0 before it
 * @param url where the public finds it
 * @param reason why it was rejected, is retried or is unconfirmed
 * @param dueAt when it is due or tried again
 * @param takedown who wants it down and what came of that; empty while nobody does
 * @param at when this step was taken
 */
public record Delivery(
        String deliveryId,
        String postId,
        int revision,
        String account,
        String platform,
        Step step,
        int attempt,
        Optional<String> url,
        Optional<String> reason,
        Optional<Instant> dueAt,
        Optional<Takedown> takedown,
        Instant at) {

    /**
     * That something live shall go, or is gone.
     *
     * @param actor who asked: the id of a person, or {@code authorization ID} for a revocation
     * @param because why
     * @param priority higher goes first among the take-downs of an account
     * @param seenAt when what the public saw was kept as evidence
     * @param proof what a person showed for having taken it down
     */
    public record Takedown(
            String actor, String because, int priority, Optional<Instant> seenAt, Optional<String> proof) {}

    /** What somebody who looks over all publications sorts them by, most urgent first. */
    public enum Group {
        /** Nobody but a person can say or do what comes next. */
        NEEDS_PERSON(0),
        UNDER_WAY(1),
        WAITING(2),
        /** Will not go out: something stands against it. */
        REFUSED(3),
        LIVE(4),
        ENDED(5);

        private final int urgency;

        Group(int urgency) {
            this.urgency = urgency;
        }

        /** The lower, the more urgent. */
        public int urgency() {
            return urgency;
        }
    }

    /** How far a publication came. */
    public enum Step {
        UNKNOWN(Group.NEEDS_PERSON),
        SCHEDULED(Group.WAITING),
        PREPARED(Group.UNDER_WAY),
        ARMED(Group.UNDER_WAY),
        PUBLISHED(Group.LIVE),
        REJECTED(Group.REFUSED),
        RETRY_AT(Group.UNDER_WAY),
        UNCONFIRMED(Group.NEEDS_PERSON),
        TAKEDOWN_REQUESTED(Group.UNDER_WAY),
        REMOVED(Group.ENDED),
        TAKEDOWN_UNCONFIRMED(Group.NEEDS_PERSON),
        CANCELLED(Group.ENDED),
        EXPIRED(Group.ENDED),
        RECHECKED(Group.WAITING),
        TAKEDOWN_TASK(Group.NEEDS_PERSON),
        STOP_REQUESTED(Group.UNDER_WAY);

        private final Group group;

        Step(Group group) {
            this.group = group;
        }

        /** How urgent it is. */
        public Group group() {
            return group;
        }

        /** What a person can sensibly ask for now, most likely first; the publisher decides all the same. */
        public List<DeliveryRequest.Kind> asks() {
            return switch (this) {
                case SCHEDULED, PREPARED, RETRY_AT, RECHECKED -> List.of(DeliveryRequest.Kind.CANCEL);
                case ARMED, PUBLISHED -> List.of(DeliveryRequest.Kind.TAKE_DOWN);
                case UNCONFIRMED ->
                    List.of(
                            DeliveryRequest.Kind.CONFIRM_LIVE,
                            DeliveryRequest.Kind.CONFIRM_NOT_LIVE,
                            DeliveryRequest.Kind.TAKE_DOWN);
                case TAKEDOWN_TASK, TAKEDOWN_UNCONFIRMED ->
                    List.of(DeliveryRequest.Kind.TASK_DONE, DeliveryRequest.Kind.TAKE_DOWN);
                case UNKNOWN, REJECTED, TAKEDOWN_REQUESTED, REMOVED, CANCELLED, EXPIRED, STOP_REQUESTED -> List.of();
            };
        }
    }
}
