package org.imprimatur.publisher;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.imprimatur.publisher.delivery.Status;
import org.imprimatur.publisher.wire.AccountRecord;
import org.imprimatur.publisher.wire.AuthorizationRecord;
import org.imprimatur.publisher.wire.CommandRecord;
import org.imprimatur.publisher.wire.DeliveryRecord;
import org.imprimatur.publisher.wire.PolicyRecord;
import org.imprimatur.publisher.wire.ReleaseRecord;
import org.imprimatur.schemas.ContentHash;
import org.imprimatur.schemas.avro.Account;
import org.imprimatur.schemas.avro.Actor;
import org.imprimatur.schemas.avro.Authorization;
import org.imprimatur.schemas.avro.ClearedByPolicy;
import org.imprimatur.schemas.avro.DeliveryCommand;
import org.imprimatur.schemas.avro.DeliveryCommandKind;
import org.imprimatur.schemas.avro.Draft;
import org.imprimatur.schemas.avro.DraftKind;
import org.imprimatur.schemas.avro.Media;
import org.imprimatur.schemas.avro.PolicySet;
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

    /** A release of a draft that differs from the others, cleared under the policy of {@link #policy}. */
    public static ReleaseRecord release(String postId, String account, UnaryOperator<Draft.Builder> change) {
        Draft changed = change.apply(Draft.newBuilder(draft(postId, 1, account, TEXT, Optional.empty())))
                .build();
        return cleared(
                Draft.newBuilder(changed)
                        .setContentHash(ContentHash.of(changed))
                        .build(),
                Optional.empty());
    }

    /** The same release, cleared at another time and under another policy. */
    public static ReleaseRecord again(ReleaseRecord release, String policy, Instant releasedAt) {
        return new ReleaseRecord(Release.newBuilder(release.release())
                .setClearance(new ClearedByPolicy(policy, "engine-1"))
                .setReleasedAt(releasedAt)
                .build());
    }

    /** A picture of a hash that is one letter, 64 times. */
    public static Media picture(String letter) {
        return new Media(letter.repeat(64), "image/jpeg", "A nurse waves.");
    }

    public static PolicyRecord policy(String version) {
        return new PolicyRecord(PolicySet.newBuilder()
                .setName("policy")
                .setVersion(version)
                .setActivatedBy("ana")
                .setRules(List.of())
                .build());
    }

    public static AuthorizationRecord authorization(String id, UnaryOperator<Authorization.Builder> change) {
        return new AuthorizationRecord(change.apply(Authorization.newBuilder()
                        .setAuthorizationId(id)
                        .setPersonName("Example Person")
                        .setScope("the photograph")
                        .setPlatforms(List.of("outbox", "memory", "stubborn")))
                .build());
    }

    public static AuthorizationRecord revoked(String id) {
        return authorization(id, form -> form.setRevokedAt(NOW).setRevokedBy("ben"));
    }

    public static CommandRecord command(
            String id, String postId, DeliveryCommandKind kind, UnaryOperator<DeliveryCommand.Builder> change) {
        return new CommandRecord(change.apply(DeliveryCommand.newBuilder()
                        .setCommandId(id)
                        .setPostId(postId)
                        .setKind(kind)
                        .setActor(new Actor("rosa", List.of("approver")))
                        .setReason("she asked for it")
                        .setAt(NOW))
                .build());
    }

    private static ReleaseRecord cleared(Draft draft, Optional<String> hash) {
        return new ReleaseRecord(Release.newBuilder()
                .setDraft(draft)
                .setContentHash(hash.orElse(draft.getContentHash()))
                .setClearance(new ClearedByPolicy("policy@1", "engine-1"))
                .setReleasedAt(NOW)
                .build());
    }

    /** What the gate lets out at {@link #NOW}, the first time. */
    public static DeliveryRecord prepared(ReleaseRecord release, String platform) {
        return release.prepared(release.decided(Optional.empty(), platform, new Status.Prepared(), NOW));
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
