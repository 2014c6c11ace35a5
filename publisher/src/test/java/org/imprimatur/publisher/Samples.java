package org.imprimatur.publisher;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.imprimatur.publisher.wire.AccountRecord;
import org.imprimatur.publisher.wire.ReleaseRecord;
import org.imprimatur.schemas.ContentHash;
import org.imprimatur.schemas.avro.Account;
import org.imprimatur.schemas.avro.ClearedByPolicy;
import org.imprimatur.schemas.avro.Draft;
import org.imprimatur.schemas.avro.DraftKind;
import org.imprimatur.schemas.avro.Release;

/** Invented releases and accounts. */
public final class Samples {
    public static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");
    public static final String TEXT = "Flu shots at Harbor Valley on Saturday, no appointment needed. CANARY-51a";

    private Samples() {}

    public static ReleaseRecord release(String postId, int revision, String account) {
        return release(postId, revision, account, Optional.empty());
    }

    public static ReleaseRecord release(String postId, int revision, String account, Optional<Instant> scheduledAt) {
        return cleared(draft(postId, revision, account, TEXT, scheduledAt), Optional.empty());
    }

    /** Cleared under another hash than that of its content. */
    public static ReleaseRecord tampered(String postId, int revision, String account) {
        String cleared = ContentHash.of(draft(postId, revision, account, "what was cleared", Optional.empty()));
        return cleared(draft(postId, revision, account, TEXT, Optional.empty()), Optional.of(cleared));
    }

    public static AccountRecord account(String id, String platform, Optional<String> frozen) {
        return new AccountRecord(Account.newBuilder()
                .setAccountId(id)
                .setPlatform(platform)
                .setFrozen(frozen.orElse(null))
                .build());
    }

    private static ReleaseRecord cleared(Draft draft, Optional<String> hash) {
        return new ReleaseRecord(Release.newBuilder()
                .setDraft(draft)
                .setContentHash(hash.orElse(draft.getContentHash()))
                .setClearance(new ClearedByPolicy("policy-1", "engine-1"))
                .setReleasedAt(NOW)
                .build());
    }

    private static Draft draft(
            String postId, int revision, String account, String text, Optional<Instant> scheduledAt) {
        Draft draft = Draft.newBuilder()
                .setPostId(postId)
                .setRevision(revision)
                .setContentHash("")
                .setAuthor("ana")
                .setContributors(List.of("ana"))
                .setAccount(account)
                .setKind(DraftKind.POST)
                .setText(text)
                .setVariants(Map.of("Webhook", "Flu shots on Saturday."))
                .setScheduledAt(scheduledAt.orElse(null))
                .setSubmittedAt(NOW)
                .build();
        return Draft.newBuilder(draft).setContentHash(ContentHash.of(draft)).build();
    }
}
