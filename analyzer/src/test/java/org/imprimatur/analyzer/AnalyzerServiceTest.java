package org.imprimatur.analyzer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.imprimatur.analyzer.adapters.PolicyFile;
import org.imprimatur.analyzer.adapters.PolicyPublisher;
import org.imprimatur.analyzer.policy.PolicySignature;
import org.imprimatur.analyzer.topology.PolicyWorkshop;
import org.imprimatur.kit.settings.Settings;
import org.imprimatur.kit.streams.TopicProvisioner;
import org.imprimatur.schemas.ContentHash;
import org.imprimatur.schemas.Topic;
import org.imprimatur.schemas.Topics;
import org.imprimatur.schemas.avro.Account;
import org.imprimatur.schemas.avro.ApprovedByPeople;
import org.imprimatur.schemas.avro.Draft;
import org.imprimatur.schemas.avro.DraftKind;
import org.imprimatur.schemas.avro.Organization;
import org.imprimatur.schemas.avro.Release;
import org.imprimatur.schemas.avro.Town;
import org.imprimatur.schemas.organization.OrganizationFile;
import org.imprimatur.schemas.wire.Wire;
import org.imprimatur.testkit.broker.TestBroker;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The service on a real broker: what only a broker can show. */
class AnalyzerServiceTest {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final String bootstrap = TestBroker.bootstrap();
    private final Wire wire = Wire.inMemory();

    @TempDir
    private Path state;

    @Test
    void draftsAreRoutedAndUndecodableBytesReachTheDeadLetters() {
        TopicProvisioner.ensure(bootstrap, Topics.toProvision((short) 1));
        assertThat(new PolicyPublisher(bootstrap, wire)
                        .activate(PolicyFile.healthcareUs(), PolicySignature.of("tests")))
                .isEmpty();
        Settings settings = Settings.of(Map.of("kafka.bootstrap", bootstrap, "analyzer.state", state.toString()));
        try (AnalyzerService service =
                        new AnalyzerService(AnalyzerSettings.read(settings), wire, new SimpleMeterRegistry());
                Producer<String, byte[]> producer = producer();
                Consumer<String, byte[]> consumer = consumer()) {
            send(producer, Topics.DIRECTORY, Topics.ORGANIZATION, OrganizationFile.empty("Example Health"));
            send(producer, Topics.ACCOUNTS, "main", account());
            service.start();
            await().atMost(PATIENCE).until(() -> service.health().isUp());

            send(producer, Topics.DRAFTS, "p-bad", new byte[] {9, 9});
            send(producer, Topics.DRAFTS, "p-clean", draft("p-clean", "main"));
            send(producer, Topics.DRAFTS, "p-lost", draft("p-lost", "nowhere"));

            List<String> seen = new ArrayList<>();
            await().atMost(PATIENCE).until(() -> {
                consumer.poll(Duration.ofMillis(200)).forEach(record -> seen.add(record.topic() + "/" + record.key()));
                return seen.size() >= 3;
            });
            assertThat(seen)
                    .containsExactlyInAnyOrder(
                            "posts.cleared/p-clean", "posts.held/p-lost", "analyzer.dead-letters/p-bad");
        }
    }

    @Test
    void whatAnAccountToldIsStillKnownToAnAnalyzerThatStartsAnew(@TempDir Path before, @TempDir Path after) {
        TopicProvisioner.ensure(bootstrap, Topics.toProvision((short) 1));
        assertThat(new PolicyPublisher(bootstrap, wire)
                        .activate(PolicyFile.healthcareUs(), PolicySignature.of("tests")))
                .isEmpty();
        try (Producer<String, byte[]> producer = producer();
                Consumer<String, byte[]> consumer = consumer("mosaic-test", Topics.TOLD.name(), Topics.HELD.name())) {
            Organization county = Organization.newBuilder(OrganizationFile.empty("Larkspur County Hospital"))
                    .setCounty("Larkspur County")
                    .setTownsInCounty(List.of(new Town("Ashgrove", 5200)))
                    .build();
            send(producer, Topics.DIRECTORY, Topics.ORGANIZATION, county);
            send(producer, Topics.ACCOUNTS, "main", account());
            try (AnalyzerService service = started(before)) {
                send(producer, Topics.CLEARED, "p-first", approved("A patient from Ashgrove got a new knee."));
                assertThat(service.health().isUp()).isTrue();
                assertThat(next(consumer)).isEqualTo("posts.told/main/p-first");
            }
            try (AnalyzerService service = started(after)) {
                Draft harmlessAlone = draft("p-second", "main", "One patient with a new knee is a widower.");
                send(producer, Topics.DRAFTS, "p-second", harmlessAlone);
                assertThat(next(consumer)).isEqualTo("posts.held/p-second");
                assertThat(service.health().isUp()).isTrue();
            }
        }
    }

    @Test
    void aPackThatIsPublishedJudgesAtOnceAndTheOneBeforeItCanBeRestored(@TempDir Path folder) {
        TopicProvisioner.ensure(bootstrap, Topics.toProvision((short) 1));
        assertThat(new PolicyPublisher(bootstrap, wire)
                        .activate(PolicyFile.healthcareUs(), PolicySignature.of("tests")))
                .isEmpty();
        PolicyFile next = PolicyFile.of(
                PolicyFile.healthcareUs().source().replace("version: \"1\"", "version: \"published-in-a-test\""));
        try (AnalyzerService service = started(folder)) {
            PolicyWorkshop workshop = service.policies();

            assertThat(workshop.publish(next, new PolicySignature("mara", "pia", "stricter")))
                    .isEmpty();
            assertThat(workshop.active().orElseThrow().label()).isEqualTo("healthcare-us@published-in-a-test");
            assertThat(workshop.active().orElseThrow().source()).isEqualTo(next.source());

            PolicyWorkshop.Published first = workshop.versions().stream()
                    .filter(each -> each.label().equals("healthcare-us@1"))
                    .findFirst()
                    .orElseThrow();
            assertThat(workshop.restore(first, new PolicySignature("mara", "", "too strict")))
                    .isEmpty();
            assertThat(workshop.active().orElseThrow().edition().signature().reason())
                    .isEqualTo("too strict");
            assertThat(workshop.versions())
                    .extracting(PolicyWorkshop.Published::label)
                    .contains(next.text().label());
        }
    }

    private AnalyzerService started(Path folder) {
        Settings settings = Settings.of(Map.of("kafka.bootstrap", bootstrap, "analyzer.state", folder.toString()));
        AnalyzerService service = new AnalyzerService(AnalyzerSettings.read(settings), wire, new SimpleMeterRegistry());
        service.start();
        await().atMost(PATIENCE).until(() -> service.health().isUp());
        return service;
    }

    /** Topic and key of the record that comes next; of this test's posts only, for the broker is shared. */
    private static String next(Consumer<String, byte[]> consumer) {
        List<String> seen = new ArrayList<>();
        await().atMost(PATIENCE).until(() -> {
            consumer.poll(Duration.ofMillis(200)).forEach(record -> seen.add(record.topic() + "/" + record.key()));
            seen.removeIf(record -> !record.endsWith("p-first") && !record.endsWith("p-second"));
            return !seen.isEmpty();
        });
        return seen.get(0);
    }

    private static Release approved(String text) {
        Draft draft = draft("p-first", "main", text);
        return Release.newBuilder()
                .setDraft(draft)
                .setContentHash(draft.getContentHash())
                .setClearance(new ApprovedByPeople(List.of("rosa"), 3L, ""))
                .setReleasedAt(Instant.now())
                .build();
    }

    private <V extends SpecificRecord> void send(
            Producer<String, byte[]> producer, Topic<V> topic, String key, V value) {
        byte[] bytes = wire.serde(topic).serializer().serialize(topic.name(), value);
        send(producer, topic, key, bytes);
    }

    private static void send(Producer<String, byte[]> producer, Topic<?> topic, String key, byte[] bytes) {
        try {
            producer.send(new ProducerRecord<>(topic.name(), key, bytes)).get();
        } catch (InterruptedException | ExecutionException refused) {
            throw new AssertionError("the broker did not take a record", refused);
        }
    }

    private Producer<String, byte[]> producer() {
        return new KafkaProducer<>(
                Map.of(
                        ProducerConfig.BOOTSTRAP_SERVERS_CONFIG,
                        bootstrap,
                        ProducerConfig.MAX_IN_FLIGHT_REQUESTS_PER_CONNECTION,
                        1),
                new StringSerializer(),
                new ByteArraySerializer());
    }

    private Consumer<String, byte[]> consumer() {
        return consumer(
                "analyzer-service-test", Topics.CLEARED.name(), Topics.HELD.name(), Topics.deadLetters("analyzer"));
    }

    private Consumer<String, byte[]> consumer(String group, String... topics) {
        Consumer<String, byte[]> consumer = new KafkaConsumer<>(
                Map.of(
                        ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
                        bootstrap,
                        ConsumerConfig.GROUP_ID_CONFIG,
                        group,
                        ConsumerConfig.AUTO_OFFSET_RESET_CONFIG,
                        "earliest",
                        ConsumerConfig.ISOLATION_LEVEL_CONFIG,
                        "read_committed"),
                new StringDeserializer(),
                new ByteArrayDeserializer());
        consumer.subscribe(List.of(topics));
        return consumer;
    }

    private static Account account() {
        return Account.newBuilder().setAccountId("main").setPlatform("outbox").build();
    }

    private static Draft draft(String postId, String account) {
        return draft(postId, account, "Flu shots on Saturday.");
    }

    private static Draft draft(String postId, String account, String text) {
        Draft unsealed = Draft.newBuilder()
                .setPostId(postId)
                .setRevision(1)
                .setContentHash("")
                .setAuthor("ada")
                .setContributors(List.of("ada"))
                .setAccount(account)
                .setKind(DraftKind.POST)
                .setText(text)
                .setVariants(Map.of())
                .setMedia(List.of())
                .setAuthorizations(List.of())
                .setSubmittedAt(Instant.parse("2026-10-01T12:00:00Z"))
                .build();
        return Draft.newBuilder(unsealed)
                .setContentHash(ContentHash.of(unsealed))
                .build();
    }
}
