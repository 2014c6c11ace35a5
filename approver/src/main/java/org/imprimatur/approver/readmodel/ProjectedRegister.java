package org.imprimatur.approver.readmodel;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.imprimatur.approver.post.Account;
import org.imprimatur.approver.post.Authorization;
import org.imprimatur.approver.wire.RegisterReader;
import org.imprimatur.kit.projection.Projection;
import org.imprimatur.schemas.Topics;
import org.imprimatur.schemas.wire.Wire;

/** The register that a {@link RegisterProjector} writes. Safe for several threads. */
public final class ProjectedRegister implements Register {
    /** The record under this key is no account: its freeze holds for all. */
    private static final String EVERY_ACCOUNT = "*";

    private final Projection projection;
    private final RegisterReader reader;

    public ProjectedRegister(Projection projection, Wire wire) {
        this.projection = projection;
        this.reader = new RegisterReader(wire);
    }

    @Override
    public List<Account> accounts() {
        return all(Topics.ACCOUNTS.name(), reader::account).stream()
                .filter(account -> !account.id().equals(EVERY_ACCOUNT))
                .toList();
    }

    @Override
    public List<Authorization> authorizations() {
        return all(Topics.AUTHORIZATIONS.name(), reader::authorization);
    }

    private <T> List<T> all(String topic, Function<byte[], Optional<T>> read) {
        String select = "SELECT value FROM register WHERE topic = ? ORDER BY id";
        return projection
                .read(connection -> Sql.of(connection, select, topic).list(row -> read.apply(row.getBytes(1))))
                .stream()
                .flatMap(Optional::stream)
                .toList();
    }
}
