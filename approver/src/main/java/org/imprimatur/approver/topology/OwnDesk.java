package org.imprimatur.approver.topology;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.imprimatur.approver.readmodel.OwnRows;
import org.imprimatur.approver.readmodel.Rows;
import org.imprimatur.approver.wire.Lookout;
import org.imprimatur.approver.wire.RecordLog;
import org.imprimatur.approver.wire.own.OwnKey;
import org.imprimatur.approver.wire.own.OwnRecords;

/**
 * Where people keep something for themselves. What is kept under a key last counts, on every instance; each act returns when
 * it can be read back here. Safe for several threads.
 *
 * <p>Throws {@link IllegalStateException} when the log took nothing.
 */
public final class OwnDesk<T> {
    private final OwnRecords<T> records;
    private final RecordLog log;
    private final OwnRows rows;
    private final Duration patience;
    private final Lookout lookout;

    /**
     * A desk.
     *
     * @param rows of {@link org.imprimatur.approver.readmodel.OwnProjector}
     * @param patience how long the rows may take to show what was kept
     */
    public OwnDesk(OwnRecords<T> records, RecordLog log, Rows rows, Duration patience) {
        this.records = records;
        this.log = log;
        this.rows = new OwnRows(rows, records.topic());
        this.patience = patience;
        this.lookout = new Lookout(this.rows::onChange);
    }

    /** What this person keeps, the newest first. */
    public List<T> of(String person) {
        return rows.of(person).stream()
                .flatMap(bytes -> records.read(bytes).stream())
                .toList();
    }

    public Optional<T> find(OwnKey key) {
        return rows.find(key).flatMap(records::read);
    }

    /** Whether it was kept and was thrown away lately. */
    public boolean isGone(OwnKey key) {
        return rows.isGone(key);
    }

    /** Keeps it in place of what is there under this key. */
    public void keep(OwnKey key, T thing) {
        byte[] written = records.written(key, thing);
        Optional<byte[]> before = rows.find(key);
        log.append(new ProducerRecord<>(records.topic(), key.text(), written));
        await(
                () -> {
                    Optional<byte[]> now = rows.find(key);
                    return isSame(now, Optional.of(written)) || !isSame(now, before);
                },
                patience);
    }

    public void forget(OwnKey key) {
        log.append(new ProducerRecord<>(records.topic(), key.text(), null));
        await(() -> rows.find(key).isEmpty(), patience);
    }

    /** Waits until this holds here, for what another instance kept a moment ago; whether it does. */
    public boolean await(BooleanSupplier holds, Duration most) {
        return lookout.until(() -> holds.getAsBoolean() ? Optional.of(true) : Optional.empty(), most)
                .isPresent();
    }

    private static boolean isSame(Optional<byte[]> one, Optional<byte[]> other) {
        return one.isPresent() == other.isPresent()
                && one.filter(bytes -> !Arrays.equals(bytes, other.orElseThrow()))
                        .isEmpty();
    }
}
