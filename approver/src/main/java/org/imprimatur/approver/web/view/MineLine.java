package org.imprimatur.approver.web.view;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.imprimatur.approver.readmodel.PostRow;
import org.imprimatur.approver.readmodel.PostState;
import org.imprimatur.approver.readmodel.PostView;

/**
 * One post in its author's list.
 *
 * @param postId the post
 * @param revision its newest revision
 * @param account where it shall go
 * @param preview the beginning of its text
 * @param stage where it stands
 * @param note what the reviewer said
 * @param reasons why it is held, or was sent back, in words
 * @param advice what would make it pass
 * @param submitted when
 * @param scheduled when it shall go out
 */
public record MineLine(
        String postId,
        int revision,
        String account,
        String preview,
        Stage stage,
        Optional<String> note,
        List<String> reasons,
        List<String> advice,
        Moment submitted,
        Optional<Moment> scheduled) {
    private static final int MOST_ADVICE = 2;

    public MineLine {
        reasons = List.copyOf(reasons);
        advice = List.copyOf(advice);
    }

    /** The first of what would make it pass; the post itself says all of it. */
    public List<String> shortAdvice() {
        return advice.subList(0, advice.size() <= MOST_ADVICE + 1 ? advice.size() : MOST_ADVICE);
    }

    /** How much more there is. */
    public int moreAdvice() {
        return advice.size() - shortAdvice().size();
    }

    /** Whether the author has to know why, so that {@code detail} is worth a look-up. */
    public static boolean explains(PostRow row) {
        return row.state() == PostState.WAITING
                || row.state() == PostState.CLAIMED
                || row.state() == PostState.CHANGES_REQUESTED
                || row.state() == PostState.REJECTED;
    }

    /** As it looks at {@code now}; {@code detail} only where {@link #explains} says so. */
    public static MineLine of(PostRow row, Optional<PostView> detail, Instant now) {
        Optional<Why> why =
                detail.map(post -> Why.of(post.newest().content(), post.newest().verdict()));
        return new MineLine(
                row.postId(),
                row.revision(),
                row.account(),
                row.preview(),
                Stage.of(row.state()),
                row.note(),
                why.stream()
                        .flatMap(found -> found.reasons().stream())
                        .map(Reason::title)
                        .distinct()
                        .toList(),
                why.stream()
                        .flatMap(found -> found.reasons().stream())
                        .flatMap(reason -> reason.suggestion().stream())
                        .distinct()
                        .toList(),
                Moment.of(row.submittedAt(), now),
                row.scheduledAt().map(at -> Moment.of(at, now)));
    }

    @Override
    public String toString() {
        return "MineLine[postId=" + postId + ", revision=" + revision + "]";
    }
}
