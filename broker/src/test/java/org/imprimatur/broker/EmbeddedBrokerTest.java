package org.imprimatur.broker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class EmbeddedBrokerTest {

    @Test
    void whatWasAcknowledgedIsThereAfterAKill(@TempDir Path folder) throws Exception {
        List<String> sent =
                IntStream.range(0, 500).mapToObj(number -> "record " + number).toList();
        try (EmbeddedBroker killed = EmbeddedBroker.start(BrokerSettings.on(folder, 0))) {
            createTopic(killed);
            append(killed, sent);
            kill(killed.pid());
        }

        try (EmbeddedBroker restarted = EmbeddedBroker.start(BrokerSettings.on(folder, 0))) {
            assertThat(read(restarted, sent.size())).isEqualTo(sent);
        }
    }

    @Test
    void theBrokerEndsWhenItsParentIsKilled(@TempDir Path folder) throws Exception {
        Process parent = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        ParentProcess.class.getName(),
                        folder.toString())
                .redirectErrorStream(true)
                .start();
        long broker = Long.parseLong(
                new BufferedReader(new InputStreamReader(parent.getInputStream(), StandardCharsets.UTF_8))
                        .lines()
                        .filter(line -> line.matches("\\d+"))
                        .findFirst()
                        .orElseThrow());
        assertThat(running(broker)).isTrue();

        parent.destroyForcibly().waitFor();

        await().atMost(Duration.ofSeconds(10)).until(() -> !running(broker));
    }

    @Test
    void aTakenPortIsRefusedInOneSentence(@TempDir Path folder) throws IOException {
        try (ServerSocket other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            assertThatThrownBy(() -> EmbeddedBroker.start(BrokerSettings.on(folder, other.getLocalPort())))
                    .isInstanceOf(BrokerRefused.class)
                    .hasMessage(
                            "Port %d on 127.0.0.1 is taken by another program; choose another Kafka port.",
                            other.getLocalPort());
        }
    }

    @Test
    void aFolderInUseIsRefusedUntilItIsFree(@TempDir Path folder) {
        try (BrokerFolder held = BrokerFolder.hold(folder)) {
            assertThatThrownBy(() -> EmbeddedBroker.start(BrokerSettings.on(held.path(), 0)))
                    .isInstanceOf(BrokerRefused.class)
                    .hasMessageContaining("is in use by another running instance");
        }
        BrokerFolder.hold(folder).close();
    }

    @Test
    void aFolderThatCannotBeCreatedIsRefused(@TempDir Path folder) throws IOException {
        Path file = Files.createFile(folder.resolve("a-file"));
        assertThatThrownBy(() -> EmbeddedBroker.start(BrokerSettings.on(file.resolve("below"), 0)))
                .isInstanceOf(BrokerRefused.class)
                .hasMessageContaining("cannot be created or written");
    }

    @Test
    void aFolderThatKafkaCannotReadIsRefusedWithThePathOfTheLog(@TempDir Path folder) throws IOException {
        Files.createDirectories(folder.resolve("data"));
        Files.writeString(folder.resolve("data/meta.properties"), "version=1\ncluster.id=another\nnode.id=7\n");
        assertThatThrownBy(() -> EmbeddedBroker.start(BrokerSettings.on(folder, 0)))
                .isInstanceOf(BrokerRefused.class)
                .hasMessageContaining("ended while it started")
                .hasMessageContaining(folder.resolve("broker.log").toString());
    }

    @Test
    void aLibraryIsKnownByItsNameWithoutVersion() {
        assertThat(BrokerClassPath.nameWithoutVersion("lib/scala-logging_2.13-3.9.6.jar"))
                .isEqualTo("scala-logging_2.13");
    }

    private static void createTopic(EmbeddedBroker broker) throws Exception {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", broker.bootstrap()))) {
            admin.createTopics(List.of(new NewTopic("kept", 1, (short) 1)))
                    .all()
                    .get();
        }
    }

    private static void append(EmbeddedBroker broker, List<String> values) throws Exception {
        Map<String, Object> settings = Map.of(
                "bootstrap.servers", broker.bootstrap(), "acks", "all", "max.in.flight.requests.per.connection", 1);
        try (var producer = new KafkaProducer<>(settings, new StringSerializer(), new StringSerializer())) {
            List<Future<RecordMetadata>> acknowledged = new ArrayList<>();
            for (String value : values) {
                acknowledged.add(producer.send(new ProducerRecord<>("kept", "key", value)));
            }
            for (Future<RecordMetadata> one : acknowledged) {
                one.get();
            }
        }
    }

    private static List<String> read(EmbeddedBroker broker, int count) {
        Map<String, Object> settings = Map.of("bootstrap.servers", broker.bootstrap(), "auto.offset.reset", "earliest");
        List<String> values = new ArrayList<>();
        try (var consumer = new KafkaConsumer<>(settings, new StringDeserializer(), new StringDeserializer())) {
            TopicPartition partition = new TopicPartition("kept", 0);
            consumer.assign(List.of(partition));
            consumer.seekToBeginning(List.of(partition));
            await().atMost(Duration.ofSeconds(20)).until(() -> {
                consumer.poll(Duration.ofMillis(200)).forEach(one -> values.add(one.value()));
                return values.size() >= count;
            });
        }
        return values;
    }

    private static void kill(long pid) {
        ProcessHandle process = ProcessHandle.of(pid).orElseThrow();
        process.destroyForcibly();
        process.onExit().join();
    }

    private static boolean running(long pid) {
        return ProcessHandle.of(pid).map(ProcessHandle::isAlive).orElse(false);
    }
}
