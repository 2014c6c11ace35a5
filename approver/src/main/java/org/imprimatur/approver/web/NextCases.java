package org.imprimatur.approver.web;

import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.imprimatur.approver.readmodel.CaseView;
import org.imprimatur.approver.readmodel.Presences;
import org.imprimatur.approver.readmodel.QueueFilter;
import org.imprimatur.approver.readmodel.ReadModel;
import org.imprimatur.approver.topology.Answer;
import org.imprimatur.approver.topology.ReviewRequest;
import org.imprimatur.approver.web.view.Viewer;

/**
 * The way to the next case. It is claimed before the reader sees it, and the log decides who claimed first: two people who
 * ask in the same moment get two cases.
 */
final class NextCases {
    private static final int LOOKED_AT = 100;

    /** Whoever loses that often in a row is better off choosing from the list. */
    private static final int TRIES = 5;

    private final Visitors visitors;
    private final ReadModel readModel;
    private final Desks desks;
    private final InstantSource clock;

    NextCases(Visitors visitors, ReadModel readModel, Desks desks, InstantSource clock) {
        this.visitors = visitors;
        this.readModel = readModel;
        this.desks = desks;
        this.clock = clock;
    }

    /** {@code POST /queue/next}: on to a case that is now the reader's, or to the queue. */
    void next(Context context) {
        Viewer viewer = visitors.requireSomewhere(context, "reviewer");
        context.redirect(take(viewer, Asked.field(context, "after")).orElse("/queue"), HttpStatus.SEE_OTHER);
    }

    /** The address of a case that this person now holds, other than {@code after}; empty when none is left to take. */
    Optional<String> take(Viewer viewer, String after) {
        Instant now = clock.instant();
        Map<String, List<Presences.Looking>> looking = desks.presences().all(now);
        return readModel
                .queue(QueueFilter.all(LOOKED_AT).within(viewer.reach(visitors.groups(), "reviewer")))
                .rows()
                .stream()
                .filter(row -> !row.review().postId().equals(after))
                .filter(row -> isFor(row.review(), viewer.id(), now))
                .sorted(Comparator.comparing(
                        row -> isLookedAt(looking.get(row.review().postId()), viewer.id())))
                .limit(TRIES)
                .filter(row -> isHeld(row.review(), viewer, now)
                        || claims(row.review(), viewer.at(row.account(), visitors.groups())))
                .map(row -> "/posts/" + row.review().postId())
                .findFirst();
    }

    private static boolean isFor(CaseView review, String person, Instant now) {
        return !review.contributors().contains(person)
                && !review.approvers().contains(person)
                && review.claim()
                        .filter(claim -> claim.holdsAt(now) && !claim.by().equals(person))
                        .isEmpty();
    }

    private static boolean isLookedAt(
            @org.jspecify.annotations.Nullable List<Presences.Looking> looking, String person) {
        return looking != null
                && looking.stream().anyMatch(each -> !each.person().equals(person));
    }

    private static boolean isHeld(CaseView review, Viewer viewer, Instant now) {
        return review.claim()
                .filter(claim -> claim.holdsAt(now) && claim.by().equals(viewer.id()))
                .isPresent();
    }

    /** Waits in the request's own thread for the answer of the log. */
    private boolean claims(CaseView review, Viewer viewer) {
        Answer answer = desks.review()
                .submit(new ReviewRequest(
                        desks.review().newCommandId(),
                        review.postId(),
                        review.revision(),
                        review.contentHash(),
                        ReviewRequest.Kind.CLAIM,
                        viewer.id(),
                        viewer.roles(),
                        ReviewRequest.Details.NONE))
                .join();
        return answer instanceof Answer.Accepted;
    }
}
