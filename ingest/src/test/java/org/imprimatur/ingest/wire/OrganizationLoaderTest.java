package org.imprimatur.ingest.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.imprimatur.broker.BrokerSettings;
import org.imprimatur.broker.EmbeddedBroker;
import org.imprimatur.kit.streams.TopicProvisioner;
import org.imprimatur.schemas.Topic;
import org.imprimatur.schemas.Topics;
import org.imprimatur.schemas.avro.Account;
import org.imprimatur.schemas.avro.Authorization;
import org.imprimatur.schemas.organization.OrganizationFile;
import org.imprimatur.schemas.wire.Wire;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Has a broker of its own, because it takes accounts away. */
final class OrganizationLoaderTest {

    @TempDir
    static Path folder;

    private static final Wire WIRE = Wire.inMemory();
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private static EmbeddedBroker broker;

    @BeforeAll
    static void start() {
        broker = EmbeddedBroker.start(BrokerSettings.on(folder, 0));
        TopicProvisioner.ensure(broker.bootstrap(), Topics.toProvision((short) 1));
    }

    @AfterAll
    static void stop() {
        broker.close();
    }

    /** Each test begins with empty topics. */
    @BeforeEach
    void forget() {
        try (Producer<String, byte[]> producer = producer()) {
            for (Topic<?> topic : List.of(Topics.DIRECTORY, Topics.ACCOUNTS, Topics.AUTHORIZATIONS)) {
                StandingRecords.read(broker.bootstrap(), topic, PATIENCE).keys().forEach(key -> {
                    var unused = producer.send(new ProducerRecord<>(topic.name(), key, null));
                });
            }
        }
    }

    @Test
    void whatALaterFileLacksIsRemovedButAFileWithoutAccountsKeepsThem() throws IOException {
        OrganizationLoader loader = new OrganizationLoader(broker.bootstrap(), WIRE);

        OrganizationLoader.Loaded first = loader.load(file("""
            name: H
            colour: red
            accounts: [{id: main, platform: outbox}, {id: dental, platform: outbox}]
            authorizations: [{id: A-1, personName: W}, {id: A-2, personName: M}]
            """));
        OrganizationLoader.Loaded second = loader.load(file("""
            name: H
            accounts: [{id: main, platform: outbox}]
            authorizations: [{id: A-2, personName: M}]
            """));
        OrganizationLoader.Loaded third = loader.load(file("name: H"));
        OrganizationLoader.Loaded fourth = loader.load(file("name: H"));

        assertThat(first.accounts()).isEqualTo(2);
        assertThat(first.removed()).isEmpty();
        assertThat(first.warnings()).singleElement().asString().contains("colour");
        assertThat(second.removed()).containsExactly("accounts/dental", "authorizations/A-1");
        assertThat(third.removed()).containsExactly("authorizations/A-2");
        assertThat(third.warnings()).containsExactly("The file lists no accounts; the known ones stay: main");
        assertThat(fourth.removed()).isEmpty();
    }

    @Test
    void loadingTheSameFileAgainWritesNothing() throws IOException {
        OrganizationLoader loader = new OrganizationLoader(broker.bootstrap(), WIRE);
        OrganizationFile file = file("""
            name: Same
            accounts: [{id: same, platform: outbox}]
            authorizations: [{id: S-1, personName: W, platforms: [outbox]}]
            """);
        loader.load(file);
        Map<String, Long> before = ends();

        loader.load(file);

        assertThat(ends()).isEqualTo(before);
    }

    @Test
    void aFileEndsNoFreezeTakesNoRevocationBackAndRemovesNothingThatPeopleAdded() throws IOException {
        OrganizationLoader loader = new OrganizationLoader(broker.bootstrap(), WIRE);
        OrganizationFile file = file("""
            name: Kept
            accounts: [{id: calm, platform: outbox}, {id: stopped, platform: outbox}]
            authorizations: [{id: K-1, personName: W, scope: her words}, {id: K-2, personName: M}]
            """);
        loader.load(file);
        put(Topics.ACCOUNTS, "stopped", account("stopped", "A wrong picture went out."));
        put(Topics.ACCOUNTS, Topics.EVERY_ACCOUNT, account(Topics.EVERY_ACCOUNT, "A storm."));
        put(Topics.ACCOUNTS, "added", account("added", null));
        put(
                Topics.AUTHORIZATIONS,
                "K-1",
                Authorization.newBuilder()
                        .setAuthorizationId("K-1")
                        .setPersonName("W")
                        .setScope("her words")
                        .setRevokedAt(Instant.parse("2026-11-22T10:00:00Z"))
                        .setRevokedBy("rosa")
                        .setRevokedBecause("By letter.")
                        .setGroup("hospital")
                        .build());
        put(
                Topics.AUTHORIZATIONS,
                "K-3",
                Authorization.newBuilder()
                        .setAuthorizationId("K-3")
                        .setPersonName("N")
                        .setScope("")
                        .build());
        Map<String, Long> before = ends();

        OrganizationLoader.Loaded again = loader.load(file);
        Map<String, Long> after = ends();
        OrganizationLoader.Loaded shorter = loader.load(file("""
            name: Kept
            accounts: [{id: calm, platform: outbox}]
            """));
        OrganizationLoader.Loaded longer = loader.load(file("""
            name: Kept
            accounts: [{id: calm, platform: outbox, handle: new}, {id: stopped, platform: outbox, handle: new}]
            authorizations: [{id: K-1, personName: W, scope: all of it}]
            """));

        assertThat(after).isEqualTo(before);
        assertThat(again.removed()).isEmpty();
        assertThat(shorter.removed()).containsExactly("authorizations/K-2");
        assertThat(shorter.warnings()).anyMatch(each -> each.contains("stopped is frozen"));
        assertThat(shorter.warnings()).anyMatch(each -> each.contains("K-1 is revoked"));
        assertThat(longer.removed()).isEmpty();
        StandingRecords accounts = StandingRecords.read(broker.bootstrap(), Topics.ACCOUNTS, PATIENCE);
        assertThat(accounts.keys()).contains("added", "calm", "stopped", Topics.EVERY_ACCOUNT);
        assertThat(read(Topics.ACCOUNTS, accounts, Topics.EVERY_ACCOUNT).getFrozen())
                .isEqualTo("A storm.");
        assertThat(read(Topics.ACCOUNTS, accounts, "stopped"))
                .extracting(Account::getFrozen, Account::getHandle)
                .containsExactly("A wrong picture went out.", "new");
        StandingRecords authorizations = StandingRecords.read(broker.bootstrap(), Topics.AUTHORIZATIONS, PATIENCE);
        assertThat(authorizations.keys()).contains("K-1", "K-3").doesNotContain("K-2");
        assertThat(read(Topics.AUTHORIZATIONS, authorizations, "K-1"))
                .extracting(
                        Authorization::getScope,
                        Authorization::getRevokedBy,
                        Authorization::getRevokedBecause,
                        Authorization::getGroup)
                .containsExactly("all of it", "rosa", "By letter.", "hospital");
    }

    private static Account account(String id, @Nullable String frozen) {
        return Account.newBuilder()
                .setAccountId(id)
                .setPlatform("outbox")
                .setTimeZone("UTC")
                .setFrozen(frozen)
                .build();
    }

    private static <V extends SpecificRecord> V read(Topic<V> topic, StandingRecords known, String key) {
        return WIRE.serde(topic)
                .deserializer()
                .deserialize(topic.name(), known.value(key).orElseThrow());
    }

    private static Producer<String, byte[]> producer() {
        return new KafkaProducer<>(
                Map.of("bootstrap.servers", broker.bootstrap()), new StringSerializer(), new ByteArraySerializer());
    }

    /** As the console writes it. */
    private static <V extends SpecificRecord> void put(Topic<V> topic, String key, V value) {
        try (Producer<String, byte[]> producer = producer()) {
            var unused = producer.send(new ProducerRecord<>(
                    topic.name(), key, WIRE.serde(topic).serializer().serialize(topic.name(), value)));
        }
    }

    /** How many records were ever written to each of the three topics. */
    private static Map<String, Long> ends() {
        try (Consumer<byte[], byte[]> consumer = new KafkaConsumer<>(
                Map.of("bootstrap.servers", broker.bootstrap()),
                new ByteArrayDeserializer(),
                new ByteArrayDeserializer())) {
            return Stream.of(Topics.DIRECTORY, Topics.ACCOUNTS, Topics.AUTHORIZATIONS)
                    .collect(Collectors.toMap(
                            Topic::name,
                            topic -> consumer
                                    .endOffsets(consumer.partitionsFor(topic.name()).stream()
                                            .map(info -> new TopicPartition(info.topic(), info.partition()))
                                            .toList())
                                    .values()
                                    .stream()
                                    .mapToLong(Long::longValue)
                                    .sum()));
        }
    }

    private static OrganizationFile file(String yaml) throws IOException {
        return OrganizationFile.read(new ByteArrayInputStream(yaml.getBytes(StandardCharsets.UTF_8)));
    }
}
