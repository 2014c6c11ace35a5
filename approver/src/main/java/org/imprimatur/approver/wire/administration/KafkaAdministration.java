package org.imprimatur.approver.wire.administration;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.imprimatur.kit.lifecycle.Health;
import org.imprimatur.kit.lifecycle.Service;
import org.imprimatur.kit.projection.Projection;
import org.imprimatur.schemas.Topics;
import org.imprimatur.schemas.wire.Wire;

/** Accounts, deeds and drafts of rules in Kafka, read back from a disposable projection. */
public final class KafkaAdministration implements Administration, Service {
    private static final Duration CLOSE_WITHIN = Duration.ofSeconds(5);

    private final String bootstrap;
    private final Duration patience;
    private final AdministrationRecords records;
    private final AdministrationProjector projector;
    private final Projection projection;
    private final Object changed = new Object();
    private volatile Optional<KafkaProducer<String, byte[]>> producer = Optional.empty();

    /**
     * Reads and writes once it is started.
     *
     * @param file SQLite file of the projection
     * @param patience how long a write may take until it is read back
     */
    public KafkaAdministration(Path file, String bootstrap, Duration patience, Wire wire) {
        this.bootstrap = bootstrap;
        this.patience = patience;
        this.records = new AdministrationRecords(wire);
        this.projector = new AdministrationProjector(records);
        this.projection = new Projection(file, bootstrap, AdministrationProjector.topics(), projector);
        projection.onChange(this::wake);
    }

    @Override
    public String name() {
        return "administration";
    }

    @Override
    public void start() {
        projection.start();
        int millis = Math.toIntExact(patience.toMillis());
        producer = Optional.of(new KafkaProducer<>(
                Map.of(
                        ProducerConfig.BOOTSTRAP_SERVERS_CONFIG,
                        bootstrap,
                        ProducerConfig.CLIENT_ID_CONFIG,
                        "approver-administration",
                        ProducerConfig.ACKS_CONFIG,
                        "all",
                        ProducerConfig.LINGER_MS_CONFIG,
                        0,
                        ProducerConfig.MAX_IN_FLIGHT_REQUESTS_PER_CONNECTION,
                        1,
                        ProducerConfig.MAX_BLOCK_MS_CONFIG,
                        millis,
                        ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG,
                        millis,
                        ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG,
                        millis),
                new StringSerializer(),
                new ByteArraySerializer()));
    }

    @Override
    public List<AccountCard> accounts() {
        return projection.read(projector::accounts);
    }

    @Override
    public List<Deed> deeds(int offset, int limit) {
        return projection.read(connection -> projector.deeds(connection, offset, limit));
    }

    @Override
    public void record(Deed deed) {
        append(records.record(deed));
        await(() -> shows(deed));
    }

    /** The deed first: a freeze without its record would be worse than a record of a freeze that failed. */
    @Override
    public void save(AccountCard account, Deed deed) {
        append(records.record(deed));
        append(records.record(account));
        await(() -> shows(deed) && accounts().contains(account));
    }

    @Override
    public List<PolicyDraft> policyDrafts() {
        return projection.read(projector::policyDrafts);
    }

    @Override
    public void keep(PolicyDraft draft) {
        append(records.record(draft));
        await(() -> policyDrafts().contains(draft));
    }

    @Override
    public void forgetPolicyDraft(String author) {
        append(new ProducerRecord<>(Topics.POLICY_DRAFTS.name(), author, null));
        await(() -> policyDrafts().stream().noneMatch(draft -> draft.author().equals(author)));
    }

    private boolean shows(Deed deed) {
        return deeds(0, 50).stream().anyMatch(each -> each.id().equals(deed.id()));
    }

    private void append(ProducerRecord<String, byte[]> record) {
        KafkaProducer<String, byte[]> open =
                producer.orElseThrow(() -> new IllegalStateException("the administration is not started"));
        try {
            open.send(record).get(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while writing to " + record.topic(), interrupted);
        } catch (ExecutionException | TimeoutException failed) {
            throw new IllegalStateException("what was to be done could not be written to " + record.topic(), failed);
        }
    }

    private void wake() {
        synchronized (changed) {
            changed.notifyAll();
        }
    }

    /** Returns when it holds or patience ends: the record is kept all the same and shows a little later. */
    private void await(BooleanSupplier holds) {
        long until = System.nanoTime() + patience.toNanos();
        synchronized (changed) {
            while (!holds.getAsBoolean() && System.nanoTime() < until) {
                try {
                    changed.wait(200);
                } catch (InterruptedException interrupted) {
                    Thread.currentThread().interrupt();
                    return;
                }
            }
        }
    }

    @Override
    public Health health() {
        return projection.health();
    }

    @Override
    public void close() {
        producer.ifPresent(open -> open.close(CLOSE_WITHIN));
        producer = Optional.empty();
        projection.close();
    }
}
