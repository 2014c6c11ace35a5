package org.imprimatur.analyzer.wire;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.imprimatur.analyzer.draft.Authorization;
import org.imprimatur.analyzer.draft.Draft;
import org.imprimatur.analyzer.draft.DraftKind;
import org.imprimatur.analyzer.draft.Medium;
import org.imprimatur.analyzer.draft.Sketch;
import org.imprimatur.analyzer.judge.Judgement;
import org.imprimatur.schemas.ContentHash;
import org.imprimatur.schemas.avro.Media;

/** A revision as it came from the topic {@code posts.drafts}, kept whole so that it can be passed on unchanged. */
public final class Submission {

    /** What stands where a draft that was handed in names its post and its author. */
    private static final String SKETCH = "sketch";

    private final org.imprimatur.schemas.avro.Draft draft;

    Submission(org.imprimatur.schemas.avro.Draft draft) {
        this.draft = draft;
    }

    /** What an author is still writing, in the form of a revision, so that it is judged as one. */
    public static Submission of(Sketch sketch) {
        org.imprimatur.schemas.avro.Draft unsealed = org.imprimatur.schemas.avro.Draft.newBuilder()
                .setPostId(SKETCH)
                .setRevision(1)
                .setContentHash("")
                .setAuthor(SKETCH)
                .setContributors(List.of(SKETCH))
                .setAccount(sketch.account())
                .setKind(org.imprimatur.schemas.avro.DraftKind.valueOf(
                        sketch.kind().name()))
                .setInReplyTo(sketch.inReplyTo().orElse(null))
                .setText(sketch.text())
                .setVariants(sketch.variants())
                .setMedia(sketch.media().stream()
                        .map(medium -> new Media("", medium.mediaType(), medium.altText()))
                        .toList())
                .setAuthorizations(sketch.authorizations())
                .setSubmittedAt(Instant.EPOCH)
                .build();
        return new Submission(org.imprimatur.schemas.avro.Draft.newBuilder(unsealed)
                .setContentHash(ContentHash.of(unsealed))
                .build());
    }

    public String postId() {
        return draft.getPostId();
    }

    public int revision() {
        return draft.getRevision();
    }

    public Instant submittedAt() {
        return draft.getSubmittedAt();
    }

    public String account() {
        return draft.getAccount();
    }

    /** Ids of the authorizations that the author attached. */
    public List<String> authorizations() {
        return List.copyOf(draft.getAuthorizations());
    }

    /** The hash of what arrived, computed again. */
    public String contentHash() {
        return ContentHash.of(draft);
    }

    /**
     * The draft as the detectors see it.
     *
     * @param found authorizations that it names and that are registered
     * @param platform of its account, in lower case; empty when the account is unknown
     */
    public Draft draft(List<Authorization> found, String platform) {
        return new Draft(
                draft.getPostId(),
                draft.getRevision(),
                draft.getContentHash(),
                kind(draft.getKind()),
                Optional.ofNullable(draft.getInReplyTo()),
                draft.getText(),
                Map.copyOf(draft.getVariants()),
                draft.getMedia().stream()
                        .map(medium -> new Medium(medium.getMediaType(), medium.getAltText()))
                        .toList(),
                found,
                platform);
    }

    /** What goes out about it; the cost is processor time in microseconds. */
    public Judged judged(Judgement judgement, long costMicros, Instant judgedAt) {
        return new Judged(draft, Verdicts.verdict(draft, judgement, costMicros, judgedAt));
    }

    private static DraftKind kind(org.imprimatur.schemas.avro.DraftKind kind) {
        return switch (kind) {
            case POST -> DraftKind.POST;
            case REPLY -> DraftKind.REPLY;
        };
    }

    @Override
    public String toString() {
        return "Submission[" + draft.getPostId() + "/" + draft.getRevision() + "]";
    }
}
