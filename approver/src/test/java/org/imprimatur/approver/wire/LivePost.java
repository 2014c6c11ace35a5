package org.imprimatur.approver.wire;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.imprimatur.approver.review.Step;
import org.imprimatur.approver.review.Terms;
import org.imprimatur.schemas.Topics;
import org.imprimatur.schemas.wire.Wire;
import org.jspecify.annotations.Nullable;

/** One post's review without Kafka: takes the same inputs as the topology and gives the same events, as bytes. */
public final class LivePost {
    private final Wire wire;
    private final Terms terms;
    private @Nullable FrozenDraft kept;
    private StoredReview stored;

    public LivePost(Wire wire, String postId) {
        this(wire, postId, Terms.PLAIN);
    }

    public LivePost(Wire wire, String postId, Terms terms) {
        this.wire = wire;
        this.terms = terms;
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
        Step step = input.takenBy(stored.review(), new PostInput.Setting(terms, Optional.ofNullable(kept), now));
        if (input.draft().isPresent()) {
            kept = input.draft().get();
        }
        return keep(step);
    }

    /** Time passed. */
    public List<byte[]> passed(Instant now) {
        return keep(stored.review().passed(now));
    }

    private List<byte[]> keep(Step step) {
        List<HistoryRecord> links = stored.links(step);
        stored = stored.after(step, links);
        return links.stream()
                .map(link -> new ReviewSerdes(wire).history().serialize(Topics.REVIEW_EVENTS.name(), link))
                .toList();
    }
}
