package org.imprimatur.approver.web;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.record.TimestampType;
import org.imprimatur.approver.readmodel.RegisterProjector;
import org.imprimatur.approver.readmodel.Rows;
import org.imprimatur.approver.wire.RecordLog;
import org.imprimatur.kit.projection.SqlRead;
import org.imprimatur.schemas.Topic;
import org.imprimatur.schemas.Topics;
import org.imprimatur.schemas.avro.Account;
import org.imprimatur.schemas.avro.Authorization;
import org.imprimatur.schemas.wire.Wire;

/** Accounts and authorizations of an invented hospital, from the log straight into their real projector. */
final class RegisterUnderTest implements Rows, RecordLog {
    private final RegisterProjector projector = new RegisterProjector();
    private final List<Runnable> listeners = new CopyOnWriteArrayList<>();
    private final Wire wire;
    private final Connection connection;

    RegisterUnderTest(Wire wire) throws SQLException {
        this.wire = wire;
        this.connection = DriverManager.getConnection("jdbc:sqlite::memory:");
        projector.createTables(connection);
        account("harbor-valley-bluesky", "bluesky", "@harborvalley.example");
        account("harbor-valley-x", "x", "@HVHealth");
        has(Authorization.newBuilder()
                .setAuthorizationId("A-101")
                .setPersonName("Rosalind Thorne")
                .setScope("first name and her words about rehabilitation")
                .setPlatforms(List.of("bluesky"))
                .setExpires(LocalDate.parse("2026-11-30"))
                .build());
        has(Authorization.newBuilder()
                .setAuthorizationId("A-102")
                .setPersonName("Milo Garrick")
                .setScope("photo at the fun run")
                .setPlatforms(List.of("x"))
                .build());
    }

    private void account(String id, String platform, String handle) {
        put(
                Topics.ACCOUNTS,
                id,
                Account.newBuilder()
                        .setAccountId(id)
                        .setPlatform(platform)
                        .setHandle(handle)
                        .setTimeZone("America/Denver")
                        .build());
    }

    void has(Authorization authorization) {
        put(Topics.AUTHORIZATIONS, authorization.getAuthorizationId(), authorization);
    }

    private <V extends SpecificRecord> void put(Topic<V> topic, String key, V value) {
        append(new ProducerRecord<>(
                topic.name(), key, wire.serde(topic).serializer().serialize(topic.name(), value)));
    }

    @Override
    public void append(ProducerRecord<String, byte[]> record) {
        byte[] key = record.key().getBytes(StandardCharsets.UTF_8);
        synchronized (connection) {
            try {
                projector.apply(
                        connection,
                        new ConsumerRecord<>(
                                record.topic(),
                                0,
                                0,
                                0,
                                TimestampType.CREATE_TIME,
                                key.length,
                                record.value().length,
                                key,
                                record.value(),
                                new RecordHeaders(),
                                Optional.empty()));
            } catch (SQLException broken) {
                throw new IllegalStateException("the register was not kept", broken);
            }
        }
        listeners.forEach(Runnable::run);
    }

    @Override
    public <T> T read(SqlRead<T> read) {
        synchronized (connection) {
            try {
                return Optional.ofNullable(read.read(connection)).orElseThrow();
            } catch (SQLException broken) {
                throw new IllegalStateException("reading failed", broken);
            }
        }
    }

    @Override
    public void onChange(Runnable listener) {
        listeners.add(listener);
    }
}
