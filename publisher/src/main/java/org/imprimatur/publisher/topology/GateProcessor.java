package org.imprimatur.publisher.topology;

import static org.imprimatur.publisher.topology.PublisherTopology.ACCOUNTS;
import static org.imprimatur.publisher.topology.PublisherTopology.RELEASES;
import static org.imprimatur.publisher.topology.PublisherTopology.SCHEDULE;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.TimestampedKeyValueStore;
import org.imprimatur.publisher.delivery.Delivery;
import org.imprimatur.publisher.delivery.DeliveryId;
import org.imprimatur.publisher.delivery.Status;
import org.imprimatur.publisher.gate.Decision;
import org.imprimatur.publisher.gate.Destination;
import org.imprimatur.publisher.gate.PostLedger;
import org.imprimatur.publisher.gate.ReleaseGate;
import org.imprimatur.publisher.wire.AccountRecord;
import org.imprimatur.publisher.wire.DeliveryRecord;
import org.imprimatur.publisher.wire.ReleaseRecord;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Asks the gate about each release when it comes and when it is due, remembers its word and writes it down. */
final class GateProcessor implements Processor<String, ReleaseRecord, String, DeliveryRecord> {
    private static final Logger LOG = LoggerFactory.getLogger(GateProcessor.class);
    private static final Duration LOOKS_EVERY = Duration.ofSeconds(1);
    private static final String NO_PLATFORM = "";

    private final ReleaseGate gate;
    private ProcessorContext<String, DeliveryRecord> context;
    private KeyValueStore<String, DeliveryRecord> releases;
    private Schedule schedule;
    private TimestampedKeyValueStore<String, AccountRecord> accounts;

    @SuppressWarnings("NullAway.Init") // Kafka Streams calls init before anything else
    GateProcessor(ReleaseGate gate) {
        this.gate = gate;
    }

    @Override
    public void init(ProcessorContext<String, DeliveryRecord> given) {
        context = given;
        releases = given.getStateStore(RELEASES);
        schedule = new Schedule(given.getStateStore(SCHEDULE));
        accounts = given.getStateStore(ACCOUNTS);
        given.schedule(LOOKS_EVERY, PunctuationType.WALL_CLOCK_TIME, at -> lookAtWhatIsDue(Instant.ofEpochMilli(at)));
    }

    @Override
    public void process(Record<String, ReleaseRecord> record) {
        ReleaseRecord release = record.value();
        if (!release.postId().equals(record.key())) {
            throw new IllegalArgumentException("a release is not keyed by its post " + release.postId());
        }
        judge(release, Instant.ofEpochMilli(context.currentSystemTimeMs()));
    }

    private void lookAtWhatIsDue(Instant now) {
        schedule.due(now).forEach(release -> judge(release, now));
    }

    private void judge(ReleaseRecord release, Instant now) {
        PostLedger ledger = ledger(release.postId());
        Optional<Destination> account = account(release.id().account());
        String platform = account.map(Destination::platform).orElse(NO_PLATFORM);
        gate.decide(release.clearance(), account, ledger, now)
                .tell(
                        publish -> opened(release.prepared(publish.platform(), now), ledger),
                        wait -> waiting(release, platform, wait, ledger, now),
                        refuse -> refused(release.opened(platform, new Status.Rejected(refuse.reason()), now)),
                        ignore -> ignored(release, ignore));
    }

    private void opened(DeliveryRecord prepared, PostLedger ledger) {
        say(prepared);
        supersedeOlder(prepared.delivery(), ledger);
    }

    private void waiting(ReleaseRecord release, String platform, Decision.Wait wait, PostLedger ledger, Instant now) {
        DeliveryRecord scheduled = release.opened(platform, new Status.Scheduled(wait.until(), wait.reason()), now);
        Optional<String> saidBefore =
                known(release.id()).flatMap(before -> before.status().explanation());
        if (saidBefore.filter(wait.reason()::equals).isPresent()) {
            remember(scheduled);
        } else {
            say(scheduled);
        }
        schedule.add(wait.until(), release);
        supersedeOlder(scheduled.delivery(), ledger);
    }

    private void refused(DeliveryRecord rejected) {
        say(rejected);
        LOG.atWarn()
                .addKeyValue("delivery", rejected.delivery().id())
                .addKeyValue(
                        "reason", rejected.delivery().status().explanation().orElse(""))
                .log("release_refused");
    }

    private static void ignored(ReleaseRecord release, Decision.Ignore ignore) {
        LOG.atInfo()
                .addKeyValue("delivery", release.id())
                .addKeyValue("reason", ignore.reason())
                .log("release_ignored");
    }

    private void supersedeOlder(Delivery newer, PostLedger ledger) {
        Status superseded =
                new Status.Rejected("revision " + newer.id().revision() + " was released before it went out");
        for (Delivery older : ledger.supersededBy(newer.id())) {
            older.become(superseded, newer.at())
                    .delivery()
                    .map(DeliveryRecord::step)
                    .ifPresent(this::refused);
        }
    }

    /** Writes it for everybody, and remembers it. */
    private void say(DeliveryRecord word) {
        remember(word);
        Delivery delivery = word.delivery();
        context.forward(new Record<>(delivery.id().postId(), word, delivery.at().toEpochMilli()));
    }

    private void remember(DeliveryRecord word) {
        DeliveryId id = word.delivery().id();
        known(id).flatMap(before -> before.status().due()).ifPresent(due -> schedule.remove(due, id));
        releases.put(id.text(), DeliveryRecord.step(word.delivery()));
    }

    private Optional<Delivery> known(DeliveryId id) {
        return Optional.ofNullable(releases.get(id.text())).map(DeliveryRecord::delivery);
    }

    private PostLedger ledger(String postId) {
        List<Delivery> said = new ArrayList<>();
        try (KeyValueIterator<String, DeliveryRecord> entries =
                releases.prefixScan(DeliveryId.ofPost(postId), new StringSerializer())) {
            entries.forEachRemaining(entry -> said.add(entry.value.delivery()));
        }
        return new PostLedger(said);
    }

    private Optional<Destination> account(String id) {
        return Optional.ofNullable(accounts.get(id))
                .map(stamped -> stamped.value().destination());
    }
}
