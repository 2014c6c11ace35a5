package org.imprimatur.approver.review;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.imprimatur.approver.review.Stage.Approved;

/**
 * Everything that is kept of one post: its case, and the newest content that its author handed in. A content that is
 * not the newest is never put before people, and what waits ends when a newer one is seen.
 *
 * <p>Two different contents under one revision number: the first seen counts, and nothing of the second is opened.
 *
 * @param state the case
 * @param newest the newest content seen; empty before the first
 */
public record Review(Case state, Optional<Content> newest) {

    /** The review of a post of which nothing was seen. */
    public static Review none(String postId) {
        return new Review(Case.none(postId), Optional.empty());
    }

    /** Somebody handed this content in. */
    public Step submitted(Content content, Instant now) {
        if (newest.isPresent() && content.revision() <= newest.get().revision()) {
            return new Step(this, List.of());
        }
        Review seen = new Review(state, Optional.of(content));
        Optional<Content> waiting = waiting();
        if (waiting.filter(each -> each.revision() < content.revision()).isEmpty()) {
            return new Step(seen, List.of());
        }
        Stamp stamp = Stamps.unasked(state, 1, waiting.get(), now);
        return seen.after(List.of(new CaseEvent.Superseded(stamp, content.revision())));
    }

    /**
     * The analyzer held this content for people. If it is the newest it opens a case, once; a later word, such as under
     * another policy, opens it again, unless somebody decided against it.
     */
    public Step held(Opening verdict, Terms terms, Instant now) {
        Step before = submitted(verdict.content(), now);
        Review review = before.next();
        if (!review.newest.equals(Optional.of(verdict.content()))) {
            return before;
        }
        Content content = verdict.content();
        Opening opening = terms.draws(state.postId(), content.revision()) ? verdict.drawn() : verdict;
        Stamp stamp = Stamps.unasked(review.state, 1, content, now);
        Optional<Opening> known =
                review.state.stage().reviewed().filter(each -> each.content().equals(content));
        if (known.isEmpty()) {
            return before.then(review.after(List.of(new CaseEvent.Opened(stamp, opening))));
        }
        boolean again = review.state.stage().reopens()
                && opening.judged().replaces(known.get().judged());
        return again ? before.then(review.after(List.of(new CaseEvent.Reopened(stamp, opening)))) : before;
    }

    /** A person asked for something. */
    public Step asked(Command command, Terms terms, Instant now) {
        Decision decision = decide(command, terms, now);
        Step step = after(decision.events());
        return decision.events().stream()
                .filter(CaseEvent.Edited.class::isInstance)
                .map(CaseEvent.Edited.class::cast)
                .findFirst()
                .map(edited -> new Step(new Review(step.next().state, Optional.of(edited.made())), step.events()))
                .orElse(step);
    }

    /**
     * What a command leads to: events of which the last may be a refusal, or none when there is nothing to write down.
     *
     * @param now when it is decided
     */
    public Decision decide(Command command, Terms terms, Instant now) {
        return new Rules(this, command.ask(), terms, now).decide(command);
    }

    /** Time passed: what nobody took back goes out, what is too late never does. */
    public Step passed(Instant now) {
        Optional<Content> waiting = waiting();
        Optional<Opening> reviewed = state.stage().reviewed();
        if (waiting.isEmpty() || reviewed.isEmpty()) {
            return new Step(this, List.of());
        }
        Stamp stamp = Stamps.unasked(state, 1, waiting.get(), now);
        if (reviewed.get().expired(now)) {
            return after(List.of(new CaseEvent.Expired(stamp)));
        }
        if (state.stage() instanceof Approved approved && !now.isBefore(approved.releaseAt())) {
            return after(List.of(Stamps.release(approved, stamp)));
        }
        return new Step(this, List.of());
    }

    /** When time alone may change something next; empty for never. */
    public Optional<Instant> wakeAt() {
        return state.stage().wakeAt();
    }

    /** Whether this is another content under the number of the newest revision; a person has to look into that. */
    public boolean contradicts(Content content) {
        return newest.filter(known -> known.revision() == content.revision() && !known.equals(content))
                .isPresent();
    }

    /** What may still go out. */
    private Optional<Content> waiting() {
        return state.stage() instanceof Stage.Closed
                ? Optional.empty()
                : state.stage().reviewed().map(Opening::content);
    }

    private Step after(List<CaseEvent> events) {
        Case next = state;
        for (CaseEvent event : events) {
            next = next.apply(event);
        }
        return new Step(new Review(next, newest), events);
    }
}
