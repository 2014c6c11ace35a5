package org.imprimatur.approver.readmodel;

import java.util.List;
import java.util.Optional;
import org.imprimatur.approver.wire.own.OwnKey;

/** What {@link OwnProjector} wrote, of one topic. Safe for several threads. */
public final class OwnRows {
    private final Rows rows;
    private final String topic;

    public OwnRows(Rows rows, String topic) {
        this.rows = rows;
        this.topic = topic;
    }

    /** Values of this person, the one that was written last first. */
    public List<byte[]> of(String person) {
        String select =
                "SELECT value FROM own WHERE topic = ? AND person = ? AND value IS NOT NULL ORDER BY at DESC, id";
        return rows.read(connection -> Sql.of(connection, select, topic, person).list(row -> row.getBytes(1)));
    }

    /** The value under this key; empty when there is none. */
    public Optional<byte[]> find(OwnKey key) {
        String select = "SELECT value FROM own WHERE topic = ? AND person = ? AND id = ? AND value IS NOT NULL";
        return rows.read(connection ->
                Sql.of(connection, select, topic, key.person(), key.id()).first(row -> row.getBytes(1)));
    }

    /** Whether it was there and was removed lately. */
    public boolean isGone(OwnKey key) {
        String select = "SELECT 1 FROM own WHERE topic = ? AND person = ? AND id = ? AND value IS NULL";
        return rows.read(connection -> Sql.of(connection, select, topic, key.person(), key.id())
                .first(row -> row.getInt(1))
                .isPresent());
    }

    /** Calls back after every change, on a thread that must not be kept. */
    public void onChange(Runnable listener) {
        rows.onChange(keys -> listener.run());
    }
}
