package org.imprimatur.approver.topology;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.imprimatur.approver.readmodel.CaseState;
import org.imprimatur.approver.readmodel.CaseView;
import org.imprimatur.approver.readmodel.Reach;
import org.imprimatur.approver.readmodel.ReadModel;

/**
 * Approves several cases of low risk together. It looks at all of them before it hands the first in, and hands in none
 * when one does not qualify; each is then a command of its own, on which the review has the last word.
 */
public final class BulkDesk {
    /** More than that nobody has looked at. */
    public static final int MOST = 20;

    private final ReadModel readModel;
    private final ReviewDesk desk;
    private final InstantSource clock;

    public BulkDesk(ReadModel readModel, ReviewDesk desk, InstantSource clock) {
        this.readModel = readModel;
        this.desk = desk;
        this.clock = clock;
    }

    /**
     * One case as the person saw it.
     *
     * @param commandId unique; the same id again gets the same answer
     */
    public record Item(String commandId, String postId, int revision, String contentHash) {}

    /**
     * Why one of them can't be approved together with others.
     *
     * @param index of the item, from 0
     * @param sentence what a person can act on
     */
    public record Hindrance(int index, String postId, String sentence) {}

    /** What came of one of them. */
    public record Done(Item item, Answer answer) {}

    /** Everything that is in the way of any of them; empty when all can be handed in. */
    public List<Hindrance> hindrances(List<Item> items, String person, Reach reach) {
        List<Hindrance> all = new ArrayList<>();
        for (int i = 0; i < items.size(); i++) {
            Item item = items.get(i);
            int index = i;
            if (items.subList(0, i).stream().anyMatch(each -> each.postId().equals(item.postId()))) {
                all.add(new Hindrance(index, item.postId(), "It is in the list twice."));
            } else {
                hindrance(item, person, reach).ifPresent(why -> all.add(new Hindrance(index, item.postId(), why)));
            }
        }
        return all;
    }

    /** Hands all of them in, which nothing hinders, and waits for their answers, in order; {@code roles} count for each. */
    public List<Done> approve(List<Item> items, String person, Set<String> roles) {
        List<CompletableFuture<Done>> answers = items.stream()
                .map(item -> desk.submit(request(item, person, roles)).thenApply(answer -> new Done(item, answer)))
                .toList();
        return answers.stream().map(CompletableFuture::join).toList();
    }

    private static ReviewRequest request(Item item, String person, Set<String> roles) {
        return new ReviewRequest(
                item.commandId(),
                item.postId(),
                item.revision(),
                item.contentHash(),
                ReviewRequest.Kind.APPROVE_IN_BULK,
                person,
                roles,
                ReviewRequest.Details.NONE);
    }

    private Optional<String> hindrance(Item item, String person, Reach reach) {
        if (readModel.answer(item.postId(), item.commandId()).isPresent()) {
            return Optional.empty(); // asked before: the desk gives the same answer
        }
        return readModel
                .post(item.postId())
                .filter(post -> reach.covers(post.newest().content().account()))
                .flatMap(post -> post.newest().review())
                .map(review -> hindrance(review, item, person))
                .orElseGet(() -> Optional.of("It does not wait for a decision of yours."));
    }

    private Optional<String> hindrance(CaseView review, Item item, String person) {
        if (review.state() != CaseState.OPEN) {
            return Optional.of("It does not wait for a decision any more.");
        }
        if (review.revision() != item.revision() || !review.contentHash().equals(item.contentHash())) {
            return Optional.of("It has changed since you saw it. Load the list again.");
        }
        if (review.contributors().contains(person)) {
            return Optional.of("You wrote or edited it, so somebody else has to decide.");
        }
        if (review.secondLook()) {
            return Optional.of("It was drawn for a second look by two people. Decide on it alone.");
        }
        if (!review.lowRisk() || review.approvalsNeeded() != 1) {
            return Optional.of("It is not of low risk, or needs more than one approval. Decide on it alone.");
        }
        return review.claim()
                .filter(claim -> claim.holdsAt(clock.instant()) && !claim.by().equals(person))
                .map(claim -> claim.by() + " is looking at it.");
    }
}
