package org.imprimatur.approver.wire;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.serialization.Deserializer;
import org.imprimatur.approver.post.Action;
import org.imprimatur.approver.post.Delivery;
import org.imprimatur.approver.post.Finding;
import org.imprimatur.approver.post.FiredRule;
import org.imprimatur.approver.post.Picture;
import org.imprimatur.approver.post.Revision;
import org.imprimatur.approver.post.Severity;
import org.imprimatur.approver.post.Span;
import org.imprimatur.approver.post.Verdict;
import org.imprimatur.schemas.Topic;
import org.imprimatur.schemas.Topics;
import org.imprimatur.schemas.avro.DeliveryState;
import org.imprimatur.schemas.avro.Draft;
import org.imprimatur.schemas.avro.Evidence;
import org.imprimatur.schemas.avro.ReviewEvent;
import org.imprimatur.schemas.avro.Route;
import org.imprimatur.schemas.wire.Wire;

/**
 * Reads values of topics as plain records. Safe for use by many threads.
 *
 * <p>Every method throws {@link SerializationException} for bytes that are not such a value.
 */
public final class PostReader {
    private final Deserializer<Draft> drafts;
    private final Deserializer<org.imprimatur.schemas.avro.Verdict> verdicts;
    private final Deserializer<org.imprimatur.schemas.avro.Delivery> deliveries;
    private final Deserializer<ReviewEvent> events;

    public PostReader(Wire wire) {
        drafts = wire.serde(Topics.DRAFTS).deserializer();
        verdicts = wire.serde(Topics.VERDICTS).deserializer();
        deliveries = wire.serde(Topics.DELIVERIES).deserializer();
        events = wire.serde(Topics.REVIEW_EVENTS).deserializer();
    }

    /** A value of {@code posts.drafts}. */
    public Revision revision(byte[] bytes) {
        Draft draft = read(drafts, Topics.DRAFTS, bytes);
        return new Revision(
                draft.getPostId(),
                draft.getRevision(),
                draft.getContentHash(),
                draft.getAuthor(),
                Contributors.of(draft),
                draft.getAccount(),
                Optional.ofNullable(draft.getInReplyTo()),
                draft.getText(),
                draft.getVariants(),
                draft.getMedia().stream()
                        .map(media -> new Picture(media.getHash(), media.getMediaType(), media.getAltText()))
                        .toList(),
                draft.getAuthorizations(),
                Optional.ofNullable(draft.getScheduledAt()),
                Optional.ofNullable(draft.getExpiresAt()),
                draft.getSubmittedAt());
    }

    /** A value of {@code posts.verdicts}. */
    public Verdict verdict(byte[] bytes) {
        org.imprimatur.schemas.avro.Verdict verdict = read(verdicts, Topics.VERDICTS, bytes);
        return new Verdict(
                verdict.getRevision(),
                verdict.getContentHash(),
                verdict.getRoute() == Route.HELD,
                verdict.getFindings().stream().map(PostReader::finding).toList(),
                verdict.getRules().stream().map(PostReader::rule).toList(),
                verdict.getApprovalsNeeded(),
                verdict.getPolicyVersion(),
                verdict.getEngineVersion(),
                verdict.getJudgedAt());
    }

    /** The post of a value of {@code posts.verdicts}. */
    public String judgedPost(byte[] bytes) {
        return read(verdicts, Topics.VERDICTS, bytes).getPostId();
    }

    /** A value of {@code posts.deliveries}. */
    public Delivery delivery(byte[] bytes) {
        org.imprimatur.schemas.avro.Delivery delivery = read(deliveries, Topics.DELIVERIES, bytes);
        Optional<Instant> dueAt = Optional.ofNullable(delivery.getDueAt());
        return new Delivery(
                delivery.getDeliveryId(),
                delivery.getPostId(),
                delivery.getRevision(),
                delivery.getAccount(),
                delivery.getPlatform().toLowerCase(Locale.ROOT),
                step(delivery.getState()),
                delivery.getAttempt(),
                Optional.ofNullable(delivery.getUrl()),
                Optional.ofNullable(delivery.getReason()),
                dueAt,
                takedown(delivery),
                delivery.getAt());
    }

    /** Only a take-down says for what it was asked. */
    private static Optional<Delivery.Takedown> takedown(org.imprimatur.schemas.avro.Delivery delivery) {
        return Optional.ofNullable(delivery.getAsked())
                .map(because -> new Delivery.Takedown(
                        Optional.ofNullable(delivery.getActor()).orElse(""),
                        because,
                        delivery.getPriority(),
                        Optional.ofNullable(delivery.getEvidence()).map(Evidence::getReadAt),
                        Optional.ofNullable(delivery.getProof())));
    }

    /** A step of a later version is one that this one does not know. */
    private static Delivery.Step step(DeliveryState state) {
        return Stream.of(Delivery.Step.values())
                .filter(step -> step.name().equals(state.name()))
                .findFirst()
                .orElse(Delivery.Step.UNKNOWN);
    }

    /** A value of {@code reviews.events}. */
    public HistoryRecord link(byte[] bytes) {
        return new HistoryRecord(read(events, Topics.REVIEW_EVENTS, bytes));
    }

    private static Finding finding(org.imprimatur.schemas.avro.Finding finding) {
        List<Span> spans = finding.getSpans().stream()
                .map(span -> new Span(span.getStart(), span.getEnd()))
                .toList();
        return new Finding(
                finding.getDetector(),
                finding.getKind(),
                spans,
                finding.getConfidence(),
                finding.getExplanation(),
                Optional.ofNullable(finding.getCitation()),
                Optional.ofNullable(finding.getSuggestion()),
                Optional.ofNullable(finding.getPicture()));
    }

    private static FiredRule rule(org.imprimatur.schemas.avro.FiredRule rule) {
        return new FiredRule(
                rule.getRuleId(),
                rule.getTitle(),
                rule.getReason(),
                rule.getCitation(),
                Action.valueOf(rule.getAction().name()),
                Severity.valueOf(rule.getSeverity().name()),
                rule.getMessage(),
                Optional.ofNullable(rule.getSuggestion()),
                rule.getFindings());
    }

    private static <A extends SpecificRecord> A read(Deserializer<A> deserializer, Topic<A> topic, byte[] bytes) {
        return Optional.ofNullable(deserializer.deserialize(topic.name(), bytes))
                .orElseThrow(() -> new SerializationException("no value on " + topic.name()));
    }
}
