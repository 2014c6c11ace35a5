package org.imprimatur.ingest.wire;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.serialization.Deserializer;
import org.imprimatur.ingest.intake.PostId;
import org.imprimatur.ingest.progress.LogEntry;
import org.imprimatur.ingest.progress.Publication;
import org.imprimatur.ingest.progress.Reason;
import org.imprimatur.ingest.progress.ReviewStep;
import org.imprimatur.ingest.progress.Screening;
import org.imprimatur.ingest.progress.State;
import org.imprimatur.schemas.Topic;
import org.imprimatur.schemas.Topics;
import org.imprimatur.schemas.avro.Account;
import org.imprimatur.schemas.avro.Authorization;
import org.imprimatur.schemas.avro.Delivery;
import org.imprimatur.schemas.avro.DeliveryState;
import org.imprimatur.schemas.avro.Draft;
import org.imprimatur.schemas.avro.EventKind;
import org.imprimatur.schemas.avro.FiredRule;
import org.imprimatur.schemas.avro.ReviewEvent;
import org.imprimatur.schemas.avro.Route;
import org.imprimatur.schemas.avro.Verdict;
import org.imprimatur.schemas.wire.Wire;

/** Reads the bytes of the topics that concern a post, in this service's words. */
public final class LogReader {
    private final Map<String, Function<byte[], LogEntry>> readers;
    private final Deserializer<Account> accounts;
    private final Deserializer<Authorization> authorizations;

    public LogReader(Wire wire) {
        this.accounts = wire.serde(Topics.ACCOUNTS).deserializer();
        this.authorizations = wire.serde(Topics.AUTHORIZATIONS).deserializer();
        this.readers = Map.of(
                Topics.DRAFTS.name(), reader(wire, Topics.DRAFTS, LogReader::submitted),
                Topics.VERDICTS.name(), reader(wire, Topics.VERDICTS, LogReader::screened),
                Topics.REVIEW_EVENTS.name(), reader(wire, Topics.REVIEW_EVENTS, LogReader::reviewed),
                Topics.DELIVERIES.name(), reader(wire, Topics.DELIVERIES, LogReader::delivered));
    }

    /** Names of the topics whose values {@link #entry} reads. */
    public static List<String> postTopics() {
        return List.of(
                Topics.DRAFTS.name(), Topics.VERDICTS.name(), Topics.REVIEW_EVENTS.name(), Topics.DELIVERIES.name());
    }

    /**
     * Reads one value; empty when its bytes can't be read.
     *
     * @throws org.imprimatur.schemas.wire.RegistryUnreachable when it might be readable later
     */
    public Optional<LogEntry> entry(String topic, byte[] value) {
        return readable(
                () -> Optional.ofNullable(readers.get(topic)).orElseThrow().apply(value));
    }

    /**
     * What is needed of an account.
     *
     * @param group to which roles may be limited; empty for the whole organization
     */
    public record RegisteredAccount(String platform, String group) {}

    /** An account; empty when the bytes can't be read. */
    public Optional<RegisteredAccount> account(byte[] bytes) {
        return readable(() -> {
            var account = accounts.deserialize(Topics.ACCOUNTS.name(), bytes);
            return new RegisteredAccount(account.getPlatform(), account.getGroup());
        });
    }

    /** The group that keeps an authorization, empty for the whole organization; nothing when the bytes can't be read. */
    public Optional<String> authorizationGroup(byte[] bytes) {
        return readable(() ->
                authorizations.deserialize(Topics.AUTHORIZATIONS.name(), bytes).getGroup());
    }

    private static <T> Optional<T> readable(java.util.function.Supplier<T> reading) {
        try {
            return Optional.of(reading.get());
        } catch (SerializationException | IllegalArgumentException unreadable) {
            return Optional.empty();
        }
    }

    private static <V extends SpecificRecord> Function<byte[], LogEntry> reader(
            Wire wire, Topic<V> topic, Function<V, LogEntry> translation) {
        Deserializer<V> deserializer = wire.serde(topic).deserializer();
        return bytes -> translation.apply(deserializer.deserialize(topic.name(), bytes));
    }

    private static LogEntry submitted(Draft draft) {
        return new LogEntry.Submitted(DraftForm.fromRecord(draft), draft.getContentHash());
    }

    private static LogEntry screened(Verdict verdict) {
        List<Reason> reasons =
                verdict.getRules().stream().map(LogReader::reason).toList();
        return new LogEntry.Screened(
                new PostId(verdict.getPostId()),
                new Screening(
                        verdict.getRevision(),
                        verdict.getRoute() == Route.HELD,
                        reasons,
                        verdict.getApprovalsNeeded()));
    }

    private static Reason reason(FiredRule rule) {
        return new Reason(
                rule.getRuleId(),
                rule.getTitle(),
                rule.getReason(),
                rule.getMessage(),
                rule.getCitation(),
                Optional.ofNullable(rule.getSuggestion()));
    }

    private static LogEntry reviewed(ReviewEvent event) {
        boolean tellsTheAuthor =
                event.getKind() == EventKind.REJECTED || event.getKind() == EventKind.CHANGES_REQUESTED;
        return new LogEntry.Reviewed(
                new PostId(event.getPostId()),
                new ReviewStep(
                        event.getRevision(),
                        event.getSequence(),
                        leadsTo(event.getKind()),
                        Optional.ofNullable(event.getReason()).filter(note -> tellsTheAuthor),
                        event.getAt()));
    }

    /** One approval of several (APPROVED) leaves it waiting; RELEASED says that there are enough. */
    private static Optional<State> leadsTo(EventKind kind) {
        return switch (kind) {
            case OPENED, REOPENED, UNCLAIMED, UNDONE, ESCALATED, APPROVED -> Optional.of(State.HELD);
            case CLAIMED, TAKEN_OVER -> Optional.of(State.CLAIMED);
            case RELEASED -> Optional.of(State.APPROVED);
            case REJECTED -> Optional.of(State.REJECTED);
            case CHANGES_REQUESTED -> Optional.of(State.CHANGES_ASKED);
            case WITHDRAWN -> Optional.of(State.WITHDRAWN);
            case EXPIRED -> Optional.of(State.EXPIRED);
            case UNKNOWN, SUPERSEDED, EDITED, EXTENDED, COMMENTED, REFUSED -> Optional.empty();
        };
    }

    private static LogEntry delivered(Delivery delivery) {
        return new LogEntry.Delivered(
                new PostId(delivery.getPostId()),
                new Publication(
                        delivery.getRevision(),
                        delivery.getAccount(),
                        state(delivery.getState()),
                        Optional.ofNullable(delivery.getUrl()),
                        Optional.ofNullable(delivery.getReason()),
                        Optional.ofNullable(delivery.getDueAt()),
                        delivery.getAt()));
    }

    /** A state that this version does not know is one that a person must look at. */
    private static State state(DeliveryState state) {
        return switch (state) {
            case SCHEDULED -> State.SCHEDULED;
            case PREPARED, ARMED, RETRY_AT -> State.PUBLISHING;
            case PUBLISHED, TAKEDOWN_REQUESTED, TAKEDOWN_TASK -> State.PUBLISHED;
            case REJECTED -> State.FAILED;
            case EXPIRED -> State.EXPIRED;
            case CANCELLED -> State.WITHDRAWN;
            case RECHECKED -> State.SCHEDULED;
            case REMOVED -> State.REMOVED;
            case UNKNOWN, UNCONFIRMED, TAKEDOWN_UNCONFIRMED, STOP_REQUESTED -> State.UNCONFIRMED;
        };
    }
}
