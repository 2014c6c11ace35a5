package org.imprimatur.analyzer.topology;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.TestInputTopic;
import org.apache.kafka.streams.TestOutputTopic;
import org.apache.kafka.streams.TopologyTestDriver;
import org.apache.kafka.streams.state.TimestampedKeyValueStore;
import org.imprimatur.analyzer.adapters.PolicyFile;
import org.imprimatur.analyzer.detect.Detector;
import org.imprimatur.analyzer.judge.Judge;
import org.imprimatur.analyzer.judge.Watch;
import org.imprimatur.analyzer.policy.PolicyEdition;
import org.imprimatur.analyzer.policy.PolicySignature;
import org.imprimatur.analyzer.wire.Channels;
import org.imprimatur.kit.streams.DeadLetters;
import org.imprimatur.schemas.ContentHash;
import org.imprimatur.schemas.Topic;
import org.imprimatur.schemas.Topics;
import org.imprimatur.schemas.avro.Account;
import org.imprimatur.schemas.avro.Draft;
import org.imprimatur.schemas.avro.DraftKind;
import org.imprimatur.schemas.avro.Held;
import org.imprimatur.schemas.avro.Organization;
import org.imprimatur.schemas.avro.Release;
import org.imprimatur.schemas.avro.Told;
import org.imprimatur.schemas.avro.Town;
import org.imprimatur.schemas.avro.Verdict;
import org.imprimatur.schemas.organization.OrganizationFile;
import org.imprimatur.schemas.wire.Wire;
import org.jspecify.annotations.Nullable;

/** The analyzer's topology in a test driver, spoken to in the words of the topics. */
final class Pipeline implements AutoCloseable {

    static final Instant SUBMITTED = Instant.parse("2026-10-01T12:00:00Z");

    private final Wire wire = Wire.inMemory();
    private final TopologyTestDriver driver;
    private long nanos;

    Pipeline(Detector... detectors) {
        Properties properties = new Properties();
        properties.put(StreamsConfig.APPLICATION_ID_CONFIG, "analyzer");
        properties.put(StreamsConfig.BOOTSTRAP_SERVERS_CONFIG, "unused:9092");
        properties.put(StreamsConfig.ENSURE_EXPLICIT_INTERNAL_RESOURCE_NAMING_CONFIG, true);
        properties.put(StreamsConfig.DESERIALIZATION_EXCEPTION_HANDLER_CLASS_CONFIG, DeadLetters.class);
        properties.put(StreamsConfig.ERRORS_DEAD_LETTER_QUEUE_TOPIC_NAME_CONFIG, Topics.deadLetters("analyzer"));
        Judge judge = new Judge(List.of(detectors), Watch.PATIENT);
        driver = new TopologyTestDriver(AnalyzerTopology.build(wire, judge, () -> nanos += 5_000), properties);
    }

    /** With everything in place that a clean draft needs. */
    static Pipeline ready(Detector... detectors) {
        Pipeline pipeline = new Pipeline(detectors);
        pipeline.activateDefaultPolicy();
        pipeline.describeOrganization();
        pipeline.register(account(null));
        return pipeline;
    }

    void activateDefaultPolicy() {
        publish(Topics.ACTIVE_POLICY, PolicyFile.healthcareUs());
    }

    void publish(String key, PolicyFile pack) {
        PolicyEdition edition = new PolicyEdition(pack.text(), pack.source(), PolicySignature.of("tests"));
        sendBytes(Topics.POLICIES, key, new Channels(wire).publishing().serialize(Topics.POLICIES.name(), edition));
    }

    void describeOrganization() {
        Organization organization = OrganizationFile.empty("Example Health");
        describe(organization);
    }

    void describe(Organization organization) {
        send(Topics.DIRECTORY, Topics.ORGANIZATION, organization);
    }

    /** An invented county with one town. */
    static Organization county() {
        return Organization.newBuilder(OrganizationFile.empty("Larkspur County Hospital"))
                .setCounty("Larkspur County")
                .setTownsInCounty(List.of(new Town("Ashgrove", 5200)))
                .build();
    }

    List<Told> told() {
        return read(Topics.TOLD);
    }

    void register(Account account) {
        send(Topics.ACCOUNTS, account.getAccountId(), account);
    }

    void submit(Draft draft) {
        send(Topics.DRAFTS, draft.getPostId(), draft);
    }

    <V extends SpecificRecord> void send(Topic<V> topic, String key, V value) {
        TestInputTopic<String, V> input = driver.createInputTopic(
                topic.name(), new StringSerializer(), wire.serde(topic).serializer());
        input.pipeInput(key, value, SUBMITTED.toEpochMilli());
    }

    void sendBytes(Topic<?> topic, String key, byte[] bytes) {
        TestInputTopic<String, byte[]> input =
                driver.createInputTopic(topic.name(), new StringSerializer(), new ByteArraySerializer());
        input.pipeInput(key, bytes, SUBMITTED.toEpochMilli());
    }

    TimestampedKeyValueStore<String, byte[]> register(Topic<?> topic) {
        return (TimestampedKeyValueStore<String, byte[]>)
                driver.<String, byte[]>getTimestampedKeyValueStore(topic.name());
    }

    Shelf shelf() {
        return new StoreShelf(this::register);
    }

    Wire wire() {
        return wire;
    }

    List<Verdict> verdicts() {
        return read(Topics.VERDICTS);
    }

    List<Release> cleared() {
        return read(Topics.CLEARED);
    }

    List<Held> held() {
        return read(Topics.HELD);
    }

    List<byte[]> deadLetters() {
        TestOutputTopic<byte[], byte[]> output = driver.createOutputTopic(
                Topics.deadLetters("analyzer"), new ByteArrayDeserializer(), new ByteArrayDeserializer());
        return output.readValuesToList();
    }

    private <V extends SpecificRecord> List<V> read(Topic<V> topic) {
        return driver.createOutputTopic(
                        topic.name(),
                        new StringDeserializer(),
                        wire.serde(topic).deserializer())
                .readValuesToList();
    }

    static Account account(@Nullable String frozen) {
        return account("main", frozen);
    }

    static Account account(String id, @Nullable String frozen) {
        return Account.newBuilder()
                .setAccountId(id)
                .setPlatform("outbox")
                .setFrozen(frozen)
                .build();
    }

    static Draft draft(String text) {
        return sealed(unsealed(text));
    }

    static Draft.Builder unsealed(String text) {
        return Draft.newBuilder()
                .setPostId("p-1")
                .setRevision(1)
                .setContentHash("")
                .setAuthor("ada")
                .setContributors(List.of("ada"))
                .setAccount("main")
                .setKind(DraftKind.POST)
                .setText(text)
                .setVariants(Map.of())
                .setMedia(List.of())
                .setAuthorizations(List.of())
                .setSubmittedAt(SUBMITTED);
    }

    static Draft sealed(Draft.Builder unsealed) {
        Draft draft = unsealed.build();
        return Draft.newBuilder(draft).setContentHash(ContentHash.of(draft)).build();
    }

    @Override
    public void close() {
        driver.close();
    }
}
