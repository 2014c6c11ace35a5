package org.imprimatur.approver.wire;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.imprimatur.approver.post.Wording;
import org.imprimatur.approver.review.Content;
import org.imprimatur.schemas.ContentHash;
import org.imprimatur.schemas.avro.Draft;

/** A draft exactly as it was handed in, carried unopened from the queue to the release. */
public final class FrozenDraft {
    private final Draft draft;

    FrozenDraft(Draft draft) {
        this.draft = draft;
    }

    Draft draft() {
        return draft;
    }

    /** What an approval of this draft is bound to. */
    public Content content() {
        return new Content(draft.getRevision(), draft.getContentHash());
    }

    /** The next revision, in other words; whoever edits is its author and one of its contributors. */
    FrozenDraft edited(Wording wording, String by, Instant now) {
        List<String> contributors = Stream.concat(Contributors.of(draft).stream(), Stream.of(by))
                .distinct()
                .toList();
        Map<String, String> variants = new TreeMap<>(draft.getVariants());
        variants.putAll(wording.variants());
        variants.values().removeIf(String::isBlank);
        Draft next = Draft.newBuilder(draft)
                .setRevision(draft.getRevision() + 1)
                .setAuthor(by)
                .setContributors(contributors)
                .setText(wording.text())
                .setVariants(variants)
                .setSubmittedAt(now)
                .build();
        return new FrozenDraft(
                Draft.newBuilder(next).setContentHash(ContentHash.of(next)).build());
    }

    @Override
    public String toString() {
        return "FrozenDraft[postId=" + draft.getPostId() + ", revision=" + draft.getRevision() + "]";
    }
}
