package org.imprimatur.approver.review;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.imprimatur.approver.review.Stage.Closed;
import org.imprimatur.approver.review.Stage.Open;

/**
 * Everything that is kept of one post: its case, and the newest content that its author handed in. A content that is
 * not the newest is never put before people, and what is open ends when a newer one is seen.
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

    /** The author handed this content in. */
    public Step submitted(Content content, Instant now) {
        if (newest.isPresent() && content.revision() <= newest.get().revision()) {
            return new Step(this, List.of());
        }
        Review seen = new Review(state, Optional.of(content));
        if (state.stage() instanceof Open open && open.opening().content().revision() < content.revision()) {
            Stamp stamp = Stamps.unasked(state, 1, open.opening().content(), now);
            return seen.after(List.of(new CaseEvent.Superseded(stamp, content.revision())));
        }
        return new Step(seen, List.of());
    }

    /** The analyzer held this content for people: it opens a case, once, if it is the newest. */
    public Step held(Opening opening, Instant now) {
        Step before = submitted(opening.content(), now);
        Review review = before.next();
        if (!review.newest.equals(Optional.of(opening.content())) || review.wasOpened(opening.content())) {
            return before;
        }
        Stamp stamp = Stamps.unasked(review.state, 1, opening.content(), now);
        return before.then(review.after(List.of(new CaseEvent.Opened(stamp, opening))));
    }

    /** A person asked for something. */
    public Step asked(Command command, Instant now) {
        return after(state.decide(command, now).events());
    }

    /** Whether this is another content under the number of the newest revision; a person has to look into that. */
    public boolean contradicts(Content content) {
        return newest.filter(known -> known.revision() == content.revision() && !known.equals(content))
                .isPresent();
    }

    private boolean wasOpened(Content content) {
        if (state.stage() instanceof Open open) {
            return open.opening().content().equals(content);
        }
        return state.stage() instanceof Closed closed
                && closed.opening().content().equals(content);
    }

    private Step after(List<CaseEvent> events) {
        Case next = state;
        for (CaseEvent event : events) {
            next = next.apply(event);
        }
        return new Step(new Review(next, newest), events);
    }
}
