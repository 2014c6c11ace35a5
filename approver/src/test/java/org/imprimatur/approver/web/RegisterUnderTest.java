package org.imprimatur.approver.web;

import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.imprimatur.approver.readmodel.ProjectedLog;
import org.imprimatur.approver.readmodel.RegisterProjector;
import org.imprimatur.schemas.Topic;
import org.imprimatur.schemas.Topics;
import org.imprimatur.schemas.avro.Account;
import org.imprimatur.schemas.avro.Authorization;
import org.imprimatur.schemas.wire.Wire;

/** Accounts and authorizations of an invented hospital, from the log straight into their real projector. */
final class RegisterUnderTest {
    final ProjectedLog log = new ProjectedLog(new RegisterProjector(), InstantSource.system());
    private final Wire wire;

    RegisterUnderTest(Wire wire) {
        this.wire = wire;
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

    void account(String id, String platform, String handle) {
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
        log.append(new ProducerRecord<>(
                topic.name(), key, wire.serde(topic).serializer().serialize(topic.name(), value)));
    }
}
