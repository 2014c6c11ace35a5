package org.imprimatur.approver.wire;

import java.util.ArrayList;
import java.util.List;
import org.imprimatur.approver.review.CaseEvent;
import org.imprimatur.approver.review.Review;
import org.imprimatur.approver.review.Step;

/**
 * A review with the end of its hash chain, as the store keeps it.
 *
 * @param review where the post stands
 * @param lastHash hash of the newest link of its history
 */
public record StoredReview(Review review, String lastHash) {

    /** What stands for a post of which nothing was kept. */
    public static StoredReview none(String postId) {
        return new StoredReview(Review.none(postId), HistoryRecord.FIRST);
    }

    /** The links that a step adds to the history, in order. */
    public List<HistoryRecord> links(Step step) {
        List<HistoryRecord> links = new ArrayList<>();
        String previous = lastHash;
        Judged judged = Judged.of(review.state().stage());
        for (CaseEvent event : step.events()) {
            judged = judged.after(event);
            HistoryRecord link = new HistoryRecord(HistoryWriter.write(event, judged, previous));
            links.add(link);
            previous = link.hash();
        }
        return links;
    }

    /** What is kept after a step whose last link is the given one. */
    public StoredReview after(Step step, List<HistoryRecord> links) {
        return new StoredReview(
                step.next(),
                links.isEmpty() ? lastHash : links.get(links.size() - 1).hash());
    }
}
