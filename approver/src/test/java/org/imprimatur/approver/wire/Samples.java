package org.imprimatur.approver.wire;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.imprimatur.approver.post.Revision;
import org.imprimatur.approver.review.Person;
import org.imprimatur.schemas.ContentHash;
import org.imprimatur.schemas.Topics;
import org.imprimatur.schemas.avro.Action;
import org.imprimatur.schemas.avro.Actor;
import org.imprimatur.schemas.avro.ApprovedByPeople;
import org.imprimatur.schemas.avro.CommandKind;
import org.imprimatur.schemas.avro.Delivery;
import org.imprimatur.schemas.avro.DeliveryState;
import org.imprimatur.schemas.avro.Draft;
import org.imprimatur.schemas.avro.DraftKind;
import org.imprimatur.schemas.avro.Finding;
import org.imprimatur.schemas.avro.FiredRule;
import org.imprimatur.schemas.avro.Held;
import org.imprimatur.schemas.avro.Release;
import org.imprimatur.schemas.avro.ReviewCommand;
import org.imprimatur.schemas.avro.Route;
import org.imprimatur.schemas.avro.Severity;
import org.imprimatur.schemas.avro.Span;
import org.imprimatur.schemas.avro.Verdict;
import org.imprimatur.schemas.avro.Wording;
import org.imprimatur.schemas.wire.Wire;

/** Invented drafts, verdicts and commands as bytes of their topics. */
public final class Samples {
    public static final Instant MONDAY = Instant.parse("2026-03-02T12:00:00Z");
    public static final Person MIRA = new Person("mira", java.util.Set.of("reviewer"));
    public static final Person NOAH = new Person("noah", java.util.Set.of("reviewer"));
    public static final Person OLGA = new Person("olga", java.util.Set.of("author"));

    private final Wire wire;

    public Samples(Wire wire) {
        this.wire = wire;
    }

    public byte[] draft(String postId, int revision, String text) {
        return wire.serde(Topics.DRAFTS).serializer().serialize("", avro(postId, revision, text));
    }

    public String hash(String postId, int revision, String text) {
        return avro(postId, revision, text).getContentHash();
    }

    public byte[] verdict(String postId, int revision, String text, String action, int approvals) {
        return wire.serde(Topics.VERDICTS)
                .serializer()
                .serialize("", judged(postId, revision, text, action, approvals));
    }

    public byte[] held(String postId, int revision, String text, String action, int approvals) {
        Held held = new Held(avro(postId, revision, text), judged(postId, revision, text, action, approvals));
        return wire.serde(Topics.HELD).serializer().serialize("", held);
    }

    /** Held, with a content hash that is not its own. */
    public byte[] forged(String postId, String text) {
        Draft forged =
                Draft.newBuilder(avro(postId, 1, text)).setText(text + "!").build();
        return wire.serde(Topics.HELD).serializer().serialize("", new Held(forged, judged(postId, 1, text, "HOLD", 1)));
    }

    public byte[] command(String id, String postId, int revision, String hash, Person by, String kind, String reason) {
        Actor actor = new Actor(by.id(), List.copyOf(by.roles()));
        return wire.serde(Topics.REVIEW_COMMANDS)
                .serializer()
                .serialize(
                        "",
                        ReviewCommand.newBuilder()
                                .setCommandId(id)
                                .setPostId(postId)
                                .setRevision(revision)
                                .setContentHash(hash)
                                .setActor(actor)
                                .setKind(CommandKind.valueOf(kind))
                                .setReason(reason)
                                .setPolicy("R1")
                                .setAt(MONDAY)
                                .build());
    }

    /** Approves the first revision with a note for colleagues. */
    public byte[] noted(String id, String postId, String hash, Person by, String note) {
        ReviewCommand command = ReviewCommand.newBuilder()
                .setCommandId(id)
                .setPostId(postId)
                .setRevision(1)
                .setContentHash(hash)
                .setActor(new Actor(by.id(), List.copyOf(by.roles())))
                .setKind(CommandKind.APPROVE)
                .setNote(note)
                .setAt(MONDAY)
                .build();
        return wire.serde(Topics.REVIEW_COMMANDS).serializer().serialize("", command);
    }

    /** Asks for other words. */
    public byte[] edit(String id, String postId, int revision, String hash, Person by, String text) {
        ReviewCommand command = ReviewCommand.newBuilder()
                .setCommandId(id)
                .setPostId(postId)
                .setRevision(revision)
                .setContentHash(hash)
                .setActor(new Actor(by.id(), List.copyOf(by.roles())))
                .setKind(CommandKind.EDIT)
                .setWording(new Wording(text, Map.of()))
                .setAt(MONDAY)
                .build();
        return wire.serde(Topics.REVIEW_COMMANDS).serializer().serialize("", command);
    }

    /** Held, with a time after which it never goes out. */
    public byte[] heldUntil(String postId, String text, Instant expiresAt) {
        Draft open =
                Draft.newBuilder(avro(postId, 1, text)).setExpiresAt(expiresAt).build();
        Draft draft =
                Draft.newBuilder(open).setContentHash(ContentHash.of(open)).build();
        Verdict verdict = Verdict.newBuilder(judged(postId, 1, text, "HOLD", 1))
                .setContentHash(draft.getContentHash())
                .build();
        return wire.serde(Topics.HELD).serializer().serialize("", new Held(draft, verdict));
    }

    /** Held again, later and under another policy. */
    public byte[] heldAgain(String postId, String text, String policyVersion) {
        Verdict verdict = Verdict.newBuilder(judged(postId, 1, text, "HOLD", 1))
                .setPolicyVersion(policyVersion)
                .setJudgedAt(MONDAY.plusSeconds(3600))
                .build();
        return wire.serde(Topics.HELD).serializer().serialize("", new Held(avro(postId, 1, text), verdict));
    }

    public Revision revision(byte[] draft) {
        return new PostReader(wire).revision(draft);
    }

    public byte[] delivery(String postId, int revision, String state) {
        return wire.serde(Topics.DELIVERIES)
                .serializer()
                .serialize(
                        "",
                        Delivery.newBuilder()
                                .setDeliveryId(postId + "-" + revision)
                                .setPostId(postId)
                                .setRevision(revision)
                                .setAccount("outbox")
                                .setContentHash("x")
                                .setState(DeliveryState.valueOf(state))
                                .setIdempotencyKey("k")
                                .setAt(MONDAY)
                                .build());
    }

    public HistoryRecord link(byte[] bytes) {
        return new PostReader(wire).link(bytes);
    }

    /** A release as a test reads it. */
    public record Released(int revision, String contentHash, String text, List<String> approvers, long completedBy) {}

    public Released released(byte[] bytes) {
        Release release = wire.serde(Topics.CLEARED).deserializer().deserialize("", bytes);
        ApprovedByPeople people = (ApprovedByPeople) release.getClearance();
        return new Released(
                release.getDraft().getRevision(),
                release.getContentHash(),
                release.getDraft().getText(),
                people.getApprovers(),
                people.getEventSequence());
    }

    private static Draft avro(String postId, int revision, String text) {
        Draft draft = Draft.newBuilder()
                .setPostId(postId)
                .setRevision(revision)
                .setContentHash("")
                .setAuthor("olga")
                .setContributors(List.of("olga"))
                .setAccount("outbox")
                .setKind(DraftKind.POST)
                .setText(text)
                .setVariants(Map.of())
                .setSubmittedAt(MONDAY.plusSeconds(revision))
                .build();
        return Draft.newBuilder(draft).setContentHash(ContentHash.of(draft)).build();
    }

    private static Verdict judged(String postId, int revision, String text, String action, int approvals) {
        Finding finding = new Finding(
                "phone", "PHONE", List.of(new Span(0, 4)), 0.9, "This is a phone number.", null, null, null);
        FiredRule rule = new FiredRule(
                "R1",
                "Numbers",
                "PATIENT_IDENTIFIER",
                "45 CFR 164.514(b)(2)",
                Action.valueOf(action),
                action.equals("HOLD") ? Severity.LOW : Severity.HIGH,
                "A number stands here.",
                null,
                List.of(0));
        return new Verdict(
                postId,
                revision,
                avro(postId, revision, text).getContentHash(),
                action.equals("NOTE") ? Route.CLEARED : Route.HELD,
                List.of(finding),
                List.of(rule),
                approvals,
                "healthcare-us-1",
                "engine-1",
                0L,
                MONDAY.plusSeconds(60));
    }
}
