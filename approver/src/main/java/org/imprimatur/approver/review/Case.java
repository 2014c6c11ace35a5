package org.imprimatur.approver.review;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.imprimatur.approver.review.Stage.Closed;
import org.imprimatur.approver.review.Stage.NotHeld;
import org.imprimatur.approver.review.Stage.Open;
import org.imprimatur.approver.review.Stage.Outcome;

/**
 * The review of one post, made of nothing but its events: replaying them from {@link #none} gives it back.
 *
 * @param postId the post
 * @param sequence of the newest event; 0 when there is none
 * @param stage where it stands
 * @param answered ids of the newest answered commands, oldest first, at most {@link #REMEMBERED}
 */
public record Case(String postId, long sequence, Stage stage, List<String> answered) {
    /**
     * How many answered commands are remembered. An older one that comes again is decided again, which is harmless: every
     * decision is bound to its content, so it is refused or already true.
     */
    static final int REMEMBERED = 64;

    public Case {
        if (postId.isBlank() || sequence < 0) {
            throw new IllegalArgumentException("a case names its post and counts its events from 0");
        }
        answered = List.copyOf(answered);
    }

    /** The case of a post of which nothing happened. */
    public static Case none(String postId) {
        return new Case(postId, 0, new NotHeld(), List.of());
    }

    /**
     * What a command leads to: events of which the last may be a refusal, or none when the command was answered before.
     *
     * @param now when it is decided
     */
    public Decision decide(Command command, Instant now) {
        return new Rules(this, command.ask(), now).decide(command);
    }

    /**
     * The case after an event.
     *
     * @throws IllegalStateException when it is not the next event of this post
     */
    public Case apply(CaseEvent event) {
        Stamp stamp = event.stamp();
        if (!stamp.postId().equals(postId) || stamp.sequence() != sequence + 1) {
            throw new IllegalStateException("event " + stamp.sequence() + " of " + stamp.postId() + " does not follow "
                    + sequence + " of " + postId);
        }
        return new Case(postId, stamp.sequence(), event.fold(new After(stage)), remember(stamp.commandId()));
    }

    private List<String> remember(Optional<String> commandId) {
        if (commandId.isEmpty()) {
            return answered;
        }
        List<String> ids = new ArrayList<>(answered);
        ids.add(commandId.get());
        return ids.subList(Math.max(0, ids.size() - REMEMBERED), ids.size());
    }

    /** The stage after an event; refusals change nothing. */
    private record After(Stage before) implements CaseEvent.Fold<Stage> {

        private Open open() {
            if (before instanceof Open open) {
                return open;
            }
            throw new IllegalStateException("only an open case can change");
        }

        private Stage closed(Outcome outcome) {
            return new Closed(open().opening(), outcome);
        }

        @Override
        public Stage opened(CaseEvent.Opened event) {
            return new Open(event.opening(), Optional.empty(), List.of());
        }

        @Override
        public Stage claimed(CaseEvent.Claimed event) {
            Stamp stamp = event.stamp();
            Optional<Lease> lease = stamp.actor().map(person -> Lease.from(person.id(), stamp.at()));
            return new Open(open().opening(), lease, open().approvers());
        }

        @Override
        public Stage unclaimed(CaseEvent.Unclaimed event) {
            return new Open(open().opening(), Optional.empty(), open().approvers());
        }

        @Override
        public Stage approved(CaseEvent.Approved event) {
            List<String> approvers = new ArrayList<>(open().approvers());
            event.stamp().actor().map(Person::id).ifPresent(approvers::add);
            return new Open(open().opening(), Optional.empty(), approvers);
        }

        @Override
        public Stage released(CaseEvent.Released event) {
            return closed(Outcome.RELEASED);
        }

        @Override
        public Stage rejected(CaseEvent.Rejected event) {
            return closed(Outcome.REJECTED);
        }

        @Override
        public Stage changesRequested(CaseEvent.ChangesRequested event) {
            return closed(Outcome.CHANGES_REQUESTED);
        }

        @Override
        public Stage superseded(CaseEvent.Superseded event) {
            return closed(Outcome.SUPERSEDED);
        }

        @Override
        public Stage refused(CaseEvent.Refused event) {
            return before;
        }
    }
}
