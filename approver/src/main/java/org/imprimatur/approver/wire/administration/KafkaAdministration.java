package org.imprimatur.approver.wire.administration;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.imprimatur.approver.wire.Lookout;
import org.imprimatur.approver.wire.RecordLog;
import org.imprimatur.kit.lifecycle.Health;
import org.imprimatur.kit.lifecycle.Service;
import org.imprimatur.kit.projection.Projection;
import org.imprimatur.schemas.Topics;
import org.imprimatur.schemas.wire.Wire;

/** Accounts, deeds and drafts of rules in Kafka, read back from a disposable projection. */
public final class KafkaAdministration implements Administration, Service {
    private final RecordLog log;
    private final Duration patience;
    private final AdministrationRecords records;
    private final AdministrationProjector projector;
    private final Projection projection;
    private final Lookout lookout;

    /**
     * Reads and writes once it is started.
     *
     * @param file SQLite file of the projection
     * @param log open as long as this is started
     * @param patience how long a write may take until it is read back
     */
    public KafkaAdministration(Path file, String bootstrap, RecordLog log, Duration patience, Wire wire) {
        this.log = log;
        this.patience = patience;
        this.records = new AdministrationRecords(wire);
        this.projector = new AdministrationProjector(records);
        this.projection = new Projection(file, bootstrap, AdministrationProjector.topics(), projector);
        this.lookout = new Lookout(projection::onChange);
    }

    @Override
    public String name() {
        return "administration";
    }

    @Override
    public void start() {
        projection.start();
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
        log.append(records.record(deed));
        await(() -> shows(deed));
    }

    /** The deed first: a freeze without its record would be worse than a record of a freeze that failed. */
    @Override
    public void save(AccountCard account, Deed deed) {
        log.append(records.record(deed));
        log.append(records.record(account));
        await(() -> shows(deed) && accounts().contains(account));
    }

    @Override
    public List<PolicyDraft> policyDrafts() {
        return projection.read(projector::policyDrafts);
    }

    @Override
    public void keep(PolicyDraft draft) {
        log.append(records.record(draft));
        await(() -> policyDrafts().contains(draft));
    }

    @Override
    public void forgetPolicyDraft(String author) {
        log.append(new ProducerRecord<>(Topics.POLICY_DRAFTS.name(), author, null));
        await(() -> policyDrafts().stream().noneMatch(draft -> draft.author().equals(author)));
    }

    private boolean shows(Deed deed) {
        return deeds(0, 50).stream().anyMatch(each -> each.id().equals(deed.id()));
    }

    /** Returns when it holds or patience ends: the record is kept all the same and shows a little later. */
    private void await(BooleanSupplier holds) {
        var unused = lookout.until(() -> holds.getAsBoolean() ? Optional.of(true) : Optional.empty(), patience);
    }

    @Override
    public Health health() {
        return projection.health();
    }

    @Override
    public void close() {
        projection.close();
    }
}
