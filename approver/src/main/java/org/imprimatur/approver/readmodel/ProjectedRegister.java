package org.imprimatur.approver.readmodel;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.apache.kafka.common.errors.SerializationException;
import org.imprimatur.approver.post.Account;
import org.imprimatur.approver.post.SignedAuthorization;
import org.imprimatur.approver.wire.RecordLines;
import org.imprimatur.approver.wire.RegisterReader;
import org.imprimatur.schemas.Topics;
import org.imprimatur.schemas.wire.Wire;

/** The register that a {@link RegisterProjector} writes; bytes that can't be read are left out. Safe for several threads. */
public final class ProjectedRegister implements Register {
    private final Rows rows;
    private final RegisterReader reader;
    private final RecordLines lines;

    public ProjectedRegister(Rows rows, Wire wire) {
        this.rows = rows;
        this.reader = new RegisterReader(wire);
        this.lines = new RecordLines(wire);
    }

    @Override
    public List<Account> accounts() {
        return all(Topics.ACCOUNTS.name(), reader::account).stream()
                .filter(account -> !account.id().equals(Topics.EVERY_ACCOUNT))
                .toList();
    }

    @Override
    public List<SignedAuthorization> signed() {
        return all(Topics.AUTHORIZATIONS.name(), reader::authorization);
    }

    @Override
    public Optional<SignedAuthorization> signed(String id) {
        return bytes(id).flatMap(reader::authorization);
    }

    @Override
    public List<String> lines(List<String> ids) {
        return ids.stream()
                .flatMap(id -> bytes(id).stream())
                .flatMap(bytes -> line(bytes).stream())
                .toList();
    }

    @Override
    public void onChange(Runnable listener) {
        rows.onChange(listener);
    }

    private Optional<String> line(byte[] bytes) {
        try {
            return Optional.of(lines.authorization(bytes));
        } catch (SerializationException unreadable) {
            return Optional.empty();
        }
    }

    private Optional<byte[]> bytes(String authorization) {
        String select = "SELECT value FROM register WHERE topic = ? AND id = ?";
        return rows.read(connection -> Sql.of(connection, select, Topics.AUTHORIZATIONS.name(), authorization)
                .first(row -> row.getBytes(1)));
    }

    private <T> List<T> all(String topic, Function<byte[], Optional<T>> read) {
        String select = "SELECT value FROM register WHERE topic = ? ORDER BY id";
        return rows
                .read(connection -> Sql.of(connection, select, topic).list(row -> read.apply(row.getBytes(1))))
                .stream()
                .flatMap(Optional::stream)
                .toList();
    }
}
