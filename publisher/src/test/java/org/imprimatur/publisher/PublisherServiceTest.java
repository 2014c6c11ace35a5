package org.imprimatur.publisher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.imprimatur.kit.settings.Settings;
import org.imprimatur.kit.streams.TopicProvisioner;
import org.imprimatur.publisher.wire.PublisherSerdes;
import org.imprimatur.publisher.wire.ReleaseRecord;
import org.imprimatur.schemas.Topics;
import org.imprimatur.schemas.wire.Wire;
import org.imprimatur.testkit.broker.TestBroker;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;

class PublisherServiceTest {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final ListAppender<ILoggingEvent> logged = new ListAppender<>();

    @BeforeEach
    void listenToTheLog() {
        logged.start();
        root().addAppender(logged);
    }

    @AfterEach
    void stopListening() {
        root().detachAppender(logged);
    }

    @Test
    void whatIsReleasedLiesInTheOutboxAlsoAfterARestartAndIsInNoLog(@TempDir Path folder) throws Exception {
        Wire wire = Wire.inMemory();
        PublisherSerdes serdes = PublisherSerdes.of(wire);
        Path outbox = folder.resolve("outbox");
        PublisherSettings settings = PublisherSettings.read(Settings.of(Map.of(
                "kafka.bootstrap", TestBroker.bootstrap(),
                "publisher.state", folder.resolve("state").toString(),
                "publisher.outbox-folder", outbox.toString())));
        TopicProvisioner.ensure(TestBroker.bootstrap(), Topics.toProvision((short) 1));

        try (KafkaProducer<String, byte[]> producer = producer()) {
            byte[] account =
                    serdes.accounts().serializer().serialize("", Samples.account("harbor", "outbox", Optional.empty()));
            producer.send(new ProducerRecord<>(Topics.ACCOUNTS.name(), "harbor", account))
                    .get();
            byte[] policy = serdes.policies().serializer().serialize("", Samples.policy("1"));
            producer.send(new ProducerRecord<>(Topics.POLICIES.name(), Topics.ACTIVE_POLICY, policy))
                    .get();

            try (PublisherService first = new PublisherService(settings, wire, new SimpleMeterRegistry())) {
                first.start();
                release(producer, serdes, Samples.release("before", 1, "harbor"));
                await().atMost(PATIENCE).until(() -> Files.exists(outbox.resolve("before-r1-harbor.json")));
                await().atMost(PATIENCE).until(() -> first.health().isUp());
            }
            IntStream.range(0, 10)
                    .forEach(i -> release(producer, serdes, Samples.release("while-down-" + i, 1, "harbor")));
            try (PublisherService second = new PublisherService(settings, wire, new SimpleMeterRegistry())) {
                second.start();
                await().atMost(PATIENCE).until(() -> texts(outbox).size() == 11);
            }
        }
        assertThat(texts(outbox)).containsOnly(Samples.TEXT).allMatch(text -> text.contains("CANARY"));
        assertThat(logged.list)
                .isNotEmpty()
                .noneMatch(event -> (event.getFormattedMessage() + event.getKeyValuePairs()).contains("CANARY"));
    }

    private static Logger root() {
        return (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
    }

    private static List<String> texts(Path outbox) throws IOException {
        try (var files = Files.list(outbox)) {
            return files.filter(file -> file.toString().endsWith(".txt"))
                    .map(PublisherServiceTest::text)
                    .toList();
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static void release(KafkaProducer<String, byte[]> producer, PublisherSerdes serdes, ReleaseRecord release) {
        byte[] value = serdes.releases().serializer().serialize("", release);
        Future<RecordMetadata> sent =
                producer.send(new ProducerRecord<>(Topics.CLEARED.name(), release.postId(), value));
        await().until(sent::isDone);
    }

    private static KafkaProducer<String, byte[]> producer() {
        return new KafkaProducer<>(Map.of(
                ProducerConfig.BOOTSTRAP_SERVERS_CONFIG,
                TestBroker.bootstrap(),
                ProducerConfig.MAX_IN_FLIGHT_REQUESTS_PER_CONNECTION,
                1,
                ProducerConfig.KEY_SERIALIZER_CLASS_CONFIG,
                StringSerializer.class,
                ProducerConfig.VALUE_SERIALIZER_CLASS_CONFIG,
                ByteArraySerializer.class));
    }
}
