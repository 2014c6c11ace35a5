package org.imprimatur.approver.web.view;

import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import org.imprimatur.approver.readmodel.CaseState;
import org.imprimatur.approver.readmodel.CaseView;
import org.imprimatur.approver.readmodel.PostView;
import org.imprimatur.approver.readmodel.RevisionView;

/**
 * What happened to a post while somebody reads one revision of it.
 *
 * @param postId the post
 * @param sentence what happened; empty when nothing did
 * @param offer the page to show instead; empty when the one that is shown still holds
 */
public record News(String postId, String sentence, Optional<Offer> offer) {

    /** A revision's page as it is now, and what its button says. */
    public record Offer(int revision, String label) {}

    /**
     * What the reader's page shows.
     *
     * @param revision which revision
     * @param stage the word for where the post stood
     * @param claim who looked at it; empty for nobody
     */
    public record Seen(int revision, String stage, String claim) {}

    /** What this reader should know at {@code now} beyond what the page shows. */
    public static News of(PostView post, Seen seen, Viewer reader, Instant now) {
        int newest = post.newest().content().revision();
        if (newest > seen.revision()) {
            return new News(
                    post.postId(),
                    "This draft changed while you were reading.",
                    Optional.of(new Offer(newest, "Show revision " + newest)));
        }
        Stage stage = Stage.of(post.state());
        Optional<CaseView> review = post.newest().review();
        if (review.filter(each -> each.state() == CaseState.OPEN).isPresent() && Stage.open(seen.stage())) {
            String sentence =
                    review.map(each -> colleague(each, seen, reader, now)).orElse("");
            boolean lost = !sentence.isEmpty() && seen.claim().equals(reader.id());
            return new News(
                    post.postId(), sentence, lost ? Optional.of(new Offer(newest, "Show it")) : Optional.empty());
        }
        return seen.stage().equals(stage.word())
                ? new News(post.postId(), "", Optional.empty())
                : new News(post.postId(), moved(stage, review, seen), Optional.of(new Offer(newest, "Show it")));
    }

    private static String moved(Stage stage, Optional<CaseView> review, Seen seen) {
        return review.filter(each -> Stage.open(seen.stage()))
                .map(each -> "This was decided: " + Words.outcome(each.state()) + ".")
                .orElse("It is now: " + stage.word().toLowerCase(Locale.ROOT) + ". " + stage.meaning());
    }

    private static String colleague(CaseView review, Seen seen, Viewer reader, Instant now) {
        return review.claim()
                .filter(claim -> claim.holdsAt(now))
                .filter(claim -> !claim.by().equals(reader.id()) && !claim.by().equals(seen.claim()))
                .map(claim -> claim.by()
                        + (seen.claim().equals(reader.id())
                                ? " has this now, until "
                                : " is looking at this too, until ")
                        + Moment.clock(claim.until()) + ".")
                .orElse("");
    }

    /** The newest revision that a reader is shown, or the one with this number. */
    public static Optional<RevisionView> revision(PostView post, Optional<Integer> number) {
        return number.map(wanted -> post.revisions().stream()
                        .filter(revision -> revision.content().revision() == wanted)
                        .findFirst())
                .orElseGet(() -> Optional.of(post.newest()));
    }
}
