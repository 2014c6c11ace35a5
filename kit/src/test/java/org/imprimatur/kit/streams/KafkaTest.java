package org.imprimatur.kit.streams;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.kstream.Consumed;
import org.apache.kafka.streams.kstream.Named;
import org.apache.kafka.streams.kstream.Produced;
import org.imprimatur.broker.BrokerSettings;
import org.imprimatur.broker.EmbeddedBroker;
import org.imprimatur.kit.lifecycle.Health;
import org.imprimatur.kit.projection.Projection;
import org.imprimatur.kit.projection.Projector;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What only a real broker can show: provisioning, exactly-once, a fast restart, a projection over transactions. */
@Timeout(120)
class KafkaTest {

    private static final Duration PATIENCE = Duration.ofSeconds(40);

    @TempDir
    private static Path folder;

    private static EmbeddedBroker broker;

    @BeforeAll
    static void start() {
        broker = EmbeddedBroker.start(BrokerSettings.on(folder.resolve("kafka"), 0));
    }

    @AfterAll
    static void stop() {
        broker.close();
    }

    @Test
    void missingTopicsAreCreatedAndExistingOnesKept() throws ExecutionException, InterruptedException {
        TopicProvisioner.ensure(broker.bootstrap(), List.of(new NewTopic("p.one", 3, (short) 1)));
        TopicProvisioner.ensure(
                broker.bootstrap(), List.of(new NewTopic("p.one", 3, (short) 1), new NewTopic("p.two", 1, (short) 1)));

        try (Admin admin = Admin.create(Map.of("bootstrap.servers", broker.bootstrap()))) {
            Map<String, TopicDescription> found = admin.describeTopics(List.of("p.one", "p.two"))
                    .allTopicNames()
                    .get();
            assertThat(found)
                    .hasEntrySatisfying(
                            "p.one",
                            topic -> assertThat(topic.partitions())
                                    .hasSize(3)
                                    .allMatch(partition -> partition.leader() != null));
            assertThat(found)
                    .hasEntrySatisfying(
                            "p.two", topic -> assertThat(topic.partitions()).hasSize(1));
        }
    }

    @Test
    void anotherNumberOfPartitionsIsRefusedInOneSentence() {
        TopicProvisioner.ensure(broker.bootstrap(), List.of(new NewTopic("p.three", 1, (short) 1)));

        assertThatThrownBy(() ->
                        TopicProvisioner.ensure(broker.bootstrap(), List.of(new NewTopic("p.three", 4, (short) 1))))
                .isInstanceOf(TopicFault.class)
                .hasMessageStartingWith("The topic p.three has 1 partitions, but 4 are needed;");
    }

    @Test
    void anAbsentBrokerIsToldInOneSentence() {
        assertThatThrownBy(() -> TopicProvisioner.ensure(
                        "127.0.0.1:1", List.of(new NewTopic("p", 1, (short) 1)), Duration.ofSeconds(2)))
                .isInstanceOf(TopicFault.class)
                .hasMessageStartingWith("Kafka at 127.0.0.1:1 could not be asked for its topics within 2 s");
    }

    @Test
    void anApplicationWorksIsSeenByItsProjectionAndIsUpAgainSoonAfterARestart() {
        topics("app", "in", "out", "dead-letters");
        Projection projection = projection("app.out");
        StreamsRunner runner = runner("app");
        try (projection;
                runner) {
            projection.start();
            runner.start();
            send("app.in", "one");
            await().atMost(PATIENCE).until(() -> words(projection).equals(List.of("ONE")));

            runner.close();
            assertThat(runner.health().isUp()).isFalse();
            long begun = System.nanoTime();
            runner.start();
            await().atMost(PATIENCE).until(() -> runner.health().isUp());
            Duration restart = Duration.ofNanos(System.nanoTime() - begun);
            send("app.in", "two");

            await().atMost(PATIENCE).until(() -> words(projection).equals(List.of("ONE", "TWO")));
            assertThat(projection.health()).isEqualTo(Health.up());
            // a member that had not left would be waited for until its session times out
            assertThat(restart).isLessThan(Duration.ofSeconds(6));
        }
    }

    @Test
    void aRecordThatAlwaysFailsStopsTheApplicationAndWhatCameBeforeItIsWrittenOnce() {
        topics("poison", "in", "out", "dead-letters");
        Projection projection = projection("poison.out");
        StreamsRunner runner = runner("poison");
        try (projection;
                runner) {
            projection.start();
            runner.start();
            send("poison.in", "one");
            await().atMost(PATIENCE).until(() -> words(projection).equals(List.of("ONE")));

            send("poison.in", "?");
            send("poison.in", "two");
            await().dontCatchUncaughtExceptions().atMost(PATIENCE).until(() -> runner.health() instanceof Health.Down);

            assertThat(words(projection)).containsExactly("ONE");
        }
    }

    private static void topics(String prefix, String... names) {
        TopicProvisioner.ensure(
                broker.bootstrap(),
                List.of(names).stream()
                        .map(name -> new NewTopic(prefix + "." + name, 1, (short) 1))
                        .toList());
    }

    private static StreamsRunner runner(String prefix) {
        StreamsSettings settings = new StreamsSettings(
                prefix,
                broker.bootstrap(),
                folder.resolve("state"),
                1,
                Duration.ofMillis(10),
                prefix + ".dead-letters",
                0);
        Topology topology = shout(prefix + ".in", prefix + ".out");
        Replacements once = new Replacements(1, Duration.ofMinutes(10));
        return new StreamsRunner(settings, topology, new SimpleMeterRegistry(), once);
    }

    private static Topology shout(String in, String out) {
        StreamsBuilder builder = new StreamsBuilder();
        builder.stream(in, Consumed.with(Serdes.String(), Serdes.String()).withName("read"))
                .mapValues(KafkaTest::upperCase, Named.as("shout"))
                .to(out, Produced.with(Serdes.String(), Serdes.String()).withName("write"));
        return builder.build();
    }

    private static String upperCase(String word) {
        if (word.equals("?")) {
            throw new IllegalStateException("no word");
        }
        return word.toUpperCase(java.util.Locale.ROOT);
    }

    private static void send(String topic, String word) {
        try (KafkaProducer<String, String> producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", broker.bootstrap(), "acks", "all"),
                new StringSerializer(),
                new StringSerializer())) {
            producer.send(new ProducerRecord<>(topic, "key", word)).get();
        } catch (ExecutionException failure) {
            throw new IllegalStateException(failure);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }

    private static Projection projection(String topic) {
        return new Projection(folder.resolve(topic + ".db"), broker.bootstrap(), List.of(topic), new Projector() {
            @Override
            public int version() {
                return 1;
            }

            @Override
            public void createTables(Connection connection) throws SQLException {
                try (Statement statement = connection.createStatement()) {
                    statement.execute("CREATE TABLE words (id INTEGER PRIMARY KEY, word TEXT NOT NULL)");
                }
            }

            @Override
            public void apply(Connection connection, ConsumerRecord<byte[], byte[]> record) throws SQLException {
                try (var insert = connection.prepareStatement("INSERT INTO words (word) VALUES (CAST(? AS TEXT))")) {
                    insert.setBytes(1, record.value());
                    insert.executeUpdate();
                }
            }
        });
    }

    private static List<String> words(Projection projection) {
        return projection.read(connection -> {
            try (Statement statement = connection.createStatement();
                    ResultSet result = statement.executeQuery("SELECT group_concat(word, ',') FROM words")) {
                String all = result.next() ? result.getString(1) : "";
                return all == null || all.isEmpty() ? List.of() : List.of(all.split(","));
            }
        });
    }
}
