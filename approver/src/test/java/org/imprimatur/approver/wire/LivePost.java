package org.imprimatur.approver.wire;

import java.time.Instant;
import java.util.List;
import org.imprimatur.approver.review.Step;
import org.imprimatur.schemas.Topics;
import org.imprimatur.schemas.wire.Wire;

/** One post's review without Kafka: takes the same inputs as the topology and gives the same events, as bytes. */
public final class LivePost {
    private final Wire wire;
    private StoredReview stored;

    public LivePost(Wire wire, String postId) {
        this.wire = wire;
        this.stored = StoredReview.none(postId);
    }

    public List<byte[]> held(byte[] held, Instant now) {
        return take(new ReviewSerdes(wire).held().deserialize(Topics.HELD.name(), held), now);
    }

    public List<byte[]> submitted(byte[] draft, Instant now) {
        return take(new ReviewSerdes(wire).drafts().deserialize(Topics.DRAFTS.name(), draft), now);
    }

    public List<byte[]> asked(byte[] command, Instant now) {
        return take(new ReviewSerdes(wire).commands().deserialize(Topics.REVIEW_COMMANDS.name(), command), now);
    }

    private List<byte[]> take(PostInput input, Instant now) {
        Step step = input.takenBy(stored.review(), now);
        List<HistoryRecord> links = stored.links(step);
        stored = stored.after(step, links);
        return links.stream()
                .map(link -> new ReviewSerdes(wire).history().serialize(Topics.REVIEW_EVENTS.name(), link))
                .toList();
    }
}
