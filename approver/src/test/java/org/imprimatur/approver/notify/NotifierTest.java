package org.imprimatur.approver.notify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import com.sun.net.httpserver.HttpServer;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.imprimatur.kit.settings.Secret;
import org.imprimatur.kit.streams.TopicProvisioner;
import org.imprimatur.schemas.Topics;
import org.imprimatur.schemas.avro.Delivery;
import org.imprimatur.schemas.avro.DeliveryState;
import org.imprimatur.schemas.avro.Evidence;
import org.imprimatur.schemas.wire.Wire;
import org.imprimatur.testkit.broker.TestBroker;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

/** From a record in Kafka to a message outside, with a canary where draft text could be. */
class NotifierTest {
    private static final String CANARY = "canary in a draft";

    private final Wire wire = Wire.inMemory();

    @Test
    void aDeliveryThatNobodyIsSureOfIsToldWithoutAWordOfTheDraft() throws Exception {
        TopicProvisioner.ensure(TestBroker.bootstrap(), Topics.toProvision((short) 1));
        List<String> received = new CopyOnWriteArrayList<>();
        HttpServer hook = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        hook.createContext("/", exchange -> {
            received.add(exchange.getRequestHeaders()
                    + new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
            exchange.sendResponseHeaders(204, -1);
            exchange.close();
        });
        hook.start();
        ListAppender<ILoggingEvent> logged = new ListAppender<>();
        logged.start();
        Logger root = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
        root.addAppender(logged);
        try (Notifier notifier = notifier(
                        URI.create("http://127.0.0.1:" + hook.getAddress().getPort()));
                KafkaProducer<String, byte[]> producer = new KafkaProducer<>(
                        Map.of("bootstrap.servers", TestBroker.bootstrap()),
                        new StringSerializer(),
                        new ByteArraySerializer())) {
            notifier.start();

            await().atMost(Duration.ofSeconds(40)).until(() -> {
                Future<RecordMetadata> unused = producer.send(unconfirmed());
                return !received.isEmpty();
            });

            assertThat(received.get(0))
                    .contains("delivery.unconfirmed", "/posts/p-1")
                    .doesNotContain(CANARY);
            assertThat(notifier.health().isUp()).isTrue();
            assertThat(logged.list)
                    .noneMatch(event -> event.getFormattedMessage().contains(CANARY)
                            || String.valueOf(event.getKeyValuePairs()).contains(CANARY));
        } finally {
            root.detachAppender(logged);
            hook.stop(0);
        }
    }

    private Notifier notifier(URI hook) {
        Secret secret = Secret.of("whsec_" + Base64.getEncoder().encodeToString(new byte[32]));
        NotifySettings settings = new NotifySettings(
                URI.create("https://posts.example.org"),
                Duration.ofMinutes(5),
                Optional.empty(),
                Optional.empty(),
                Optional.of(hook),
                Optional.of(secret));
        return new Notifier(
                settings,
                TestBroker.bootstrap(),
                wire,
                postId -> Set.of("ana"),
                InstantSource.system(),
                new SimpleMeterRegistry());
    }

    private ProducerRecord<String, byte[]> unconfirmed() {
        Instant at = Instant.parse("2026-11-22T12:00:00Z");
        Delivery delivery = Delivery.newBuilder()
                .setDeliveryId("d-1")
                .setPostId("p-1")
                .setRevision(1)
                .setAccount("main")
                .setContentHash("0".repeat(64))
                .setState(DeliveryState.UNCONFIRMED)
                .setIdempotencyKey("k")
                .setReason(CANARY)
                .setEvidence(new Evidence(CANARY, List.of(), null, at))
                .setAt(at)
                .build();
        String topic = Topics.DELIVERIES.name();
        return new ProducerRecord<>(
                topic, "p-1", wire.serde(Topics.DELIVERIES).serializer().serialize(topic, delivery));
    }
}
