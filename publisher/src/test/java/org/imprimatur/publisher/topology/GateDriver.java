package org.imprimatur.publisher.topology;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.TestOutputTopic;
import org.apache.kafka.streams.TopologyTestDriver;
import org.imprimatur.publisher.Samples;
import org.imprimatur.publisher.delivery.Delivery;
import org.imprimatur.publisher.delivery.Receipt;
import org.imprimatur.publisher.delivery.Stage;
import org.imprimatur.publisher.delivery.Status;
import org.imprimatur.publisher.wire.AnswerRecord;
import org.imprimatur.publisher.wire.AuthorizationRecord;
import org.imprimatur.publisher.wire.BlockedRecord;
import org.imprimatur.publisher.wire.CommandRecord;
import org.imprimatur.publisher.wire.DeliveryRecord;
import org.imprimatur.publisher.wire.DraftRecord;
import org.imprimatur.publisher.wire.PublisherSerdes;
import org.imprimatur.publisher.wire.ReleaseRecord;
import org.imprimatur.schemas.Topic;
import org.imprimatur.schemas.Topics;
import org.imprimatur.schemas.wire.Wire;

/** The gate with everything around it played by the test: analyzer, people, registers and the worker. */
final class GateDriver implements AutoCloseable {
    private final PublisherSerdes serdes = PublisherSerdes.of(Wire.inMemory());
    private final TopologyTestDriver driver;
    private final TestOutputTopic<String, DeliveryRecord> deliveries;
    private final TestOutputTopic<String, DeliveryRecord> calls;
    private final TestOutputTopic<String, DraftRecord> drafts;
    private final TestOutputTopic<String, AnswerRecord> answers;
    private final TestOutputTopic<String, BlockedRecord> blocked;

    GateDriver(Path folder) {
        Properties properties = new Properties();
        properties.put(StreamsConfig.APPLICATION_ID_CONFIG, "publisher-test");
        properties.put(StreamsConfig.STATE_DIR_CONFIG, folder.toString());
        properties.put(StreamsConfig.ENSURE_EXPLICIT_INTERNAL_RESOURCE_NAMING_CONFIG, true);
        driver = new TopologyTestDriver(PublisherTopology.build(serdes, Set.of("outbox")), properties, Samples.NOW);
        deliveries = output(Topics.DELIVERIES, serdes.deliveries());
        calls = output(Topics.DELIVERY_CALLS, serdes.deliveries());
        drafts = output(Topics.DRAFTS, serdes.drafts());
        answers = output(Topics.DELIVERY_ANSWERS, serdes.answers());
        blocked = output(Topics.BLOCKED_PICTURES, serdes.blocked());
        account("harbor", Optional.empty());
        policy("1");
    }

    void release(ReleaseRecord release) {
        input(Topics.CLEARED, serdes.releases(), release.postId(), release);
    }

    /** The author hands a revision in. */
    void draft(ReleaseRecord release) {
        input(Topics.DRAFTS, serdes.drafts(), release.postId(), release.draft());
    }

    void account(String id, Optional<String> frozen) {
        input(Topics.ACCOUNTS, serdes.accounts(), id, Samples.account(id, "outbox", frozen));
    }

    void policy(String version) {
        input(Topics.POLICIES, serdes.policies(), Topics.ACTIVE_POLICY, Samples.policy(version));
    }

    void authorization(AuthorizationRecord record) {
        input(
                Topics.AUTHORIZATIONS,
                serdes.authorizations(),
                record.authorization().getAuthorizationId(),
                record);
    }

    /** A person asks; answers why it was refused. */
    Optional<String> ask(CommandRecord command) {
        input(Topics.DELIVERY_COMMANDS, serdes.commands(), command.postId(), command);
        return answers.isEmpty()
                ? Optional.of("not answered")
                : answers.readValue().refusal();
    }

    /** The worker says that the newest delivery it was given is now so; the call is the first. */
    Delivery worker(Delivery given, Status status) {
        Delivery step =
                new Delivery(given.id(), given.terms(), given.round(), 1, Optional.of("request"), status, given.at());
        input(Topics.DELIVERIES, serdes.deliveries(), step.id().postId(), DeliveryRecord.step(step));
        return step;
    }

    /** The worker armed the newest delivery that it was given, and heard that it is live. */
    void workerPublishes(Receipt receipt) {
        Delivery given = toldLast().delivery();
        worker(given, new Status.Armed());
        worker(given, new Status.Published(receipt));
    }

    void pass(Duration time) {
        driver.advanceWallClockTime(time);
    }

    /** What was said since the last look, as "id STAGE reason". */
    List<String> said() {
        return deliveries.readValuesToList().stream().map(GateDriver::words).toList();
    }

    /** What the worker was told since the last look. */
    List<String> told() {
        return calls.readValuesToList().stream().map(GateDriver::words).toList();
    }

    List<DeliveryRecord> toldRecords() {
        return calls.readValuesToList();
    }

    DeliveryRecord toldLast() {
        List<DeliveryRecord> all = toldRecords();
        return all.get(all.size() - 1);
    }

    String keyOfNextCall() {
        return calls.readKeyValue().key;
    }

    String keyOfNextDelivery() {
        return deliveries.readKeyValue().key;
    }

    DeliveryRecord next() {
        return deliveries.readValue();
    }

    /** What went back to be judged since the last look. */
    List<Integer> sentBack() {
        return drafts.readValuesToList().stream().map(DraftRecord::revision).toList();
    }

    List<String> blocked() {
        return blocked.readValuesToList().stream().map(BlockedRecord::hash).toList();
    }

    @Override
    public void close() {
        driver.close();
    }

    private static String words(DeliveryRecord record) {
        Delivery step = record.delivery();
        Stage stage = step.status().stage();
        return (step.id() + " " + stage + " " + step.status().explanation().orElse("")).strip();
    }

    private <V> void input(Topic<?> topic, Serde<V> serde, String key, V value) {
        driver.createInputTopic(topic.name(), new StringSerializer(), serde.serializer())
                .pipeInput(key, value, Instant.EPOCH);
    }

    private <V> TestOutputTopic<String, V> output(Topic<?> topic, Serde<V> serde) {
        return driver.createOutputTopic(topic.name(), new StringDeserializer(), serde.deserializer());
    }
}
