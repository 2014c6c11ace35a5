package org.imprimatur.publisher.worker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.errors.InvalidProducerEpochException;
import org.apache.kafka.common.errors.ProducerFencedException;
import org.apache.kafka.common.serialization.StringSerializer;
import org.imprimatur.publisher.Samples;
import org.imprimatur.publisher.connectors.MemoryPlatform;
import org.imprimatur.publisher.delivery.Capability;
import org.imprimatur.publisher.delivery.Delivery;
import org.imprimatur.publisher.delivery.DeliveryId;
import org.imprimatur.publisher.delivery.Outcome;
import org.imprimatur.publisher.delivery.Post;
import org.imprimatur.publisher.wire.DeliveryRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class WorkerTest {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final WorkerWorld world = new WorkerWorld();

    @AfterEach
    void close() {
        world.close();
    }

    @Test
    void everyDeliveryIsPublishedOnceAlsoWhenItsPublisherStopsInTheMiddle() {
        CountDownLatch never = new CountDownLatch(1);
        MemoryPlatform platform = new MemoryPlatform(Capability.CAN_BE_ASKED);
        platform.beforeAnswer(() -> hold(platform.live().size() > 10 ? never : new CountDownLatch(0)));
        IntStream.range(0, 30).forEach(i -> world.prepared("p" + i, account(i)));
        Worker first = world.start(platform);
        await().atMost(PATIENCE).until(() -> platform.live().size() > 11);
        first.close();
        assertThat(platform.live()).hasSize(12);

        platform.beforeAnswer(() -> {});
        world.start(platform);
        world.awaitSteps(published("p", 30));

        assertThat(ids(platform.live())).doesNotHaveDuplicates().hasSize(30);
        assertThat(platform.mostInFlightForAnAccount()).isEqualTo(1);
    }

    @Test
    void aDeliveryIsArmedInTheLogBeforeItIsCalled() throws Exception {
        CountDownLatch answered = new CountDownLatch(1);
        MemoryPlatform platform = new MemoryPlatform().beforeAnswer(() -> hold(answered));
        world.prepared("p1", "harbor");
        world.start(platform);
        await().atMost(PATIENCE).until(() -> !platform.live().isEmpty());

        assertThat(world.steps()).containsExactly("p1/r1/harbor PREPARED 0", "p1/r1/harbor ARMED 1");

        answered.countDown();
        world.awaitStep("p1/r1/harbor PUBLISHED 1");
    }

    @Test
    void afterACrashBetweenCallAndAnswerWhatIsFoundLiveIsNotSentAgain() {
        MemoryPlatform platform = new MemoryPlatform(Capability.CAN_BE_ASKED);
        crashAfterTheCall(platform);

        world.start(platform);
        world.awaitStep("p1/r1/harbor PUBLISHED 1");

        assertThat(ids(platform.live())).containsExactly("p1/r1/harbor");
    }

    @Test
    void afterACrashBetweenCallAndAnswerAHarmlessRepeatCarriesTheSameKey() {
        MemoryPlatform platform = new MemoryPlatform(Capability.REPEATS_ARE_HARMLESS);
        crashAfterTheCall(platform);

        world.start(platform);
        world.awaitStep("p1/r1/harbor PUBLISHED 2");

        assertThat(ids(platform.live())).containsExactly("p1/r1/harbor");
    }

    @Test
    void afterACrashBetweenCallAndAnswerAPersonIsAskedWhereNobodyCanTell() {
        MemoryPlatform platform = new MemoryPlatform();
        crashAfterTheCall(platform);

        world.start(platform);
        world.awaitStep("p1/r1/harbor UNCONFIRMED 1");

        assertThat(ids(platform.live())).containsExactly("p1/r1/harbor");
    }

    @Test
    void whatWasArmedAndNeverSentIsNotLost() {
        MemoryPlatform platform = new MemoryPlatform(Capability.CAN_BE_ASKED, Capability.REPEATS_ARE_HARMLESS);
        armed(world.prepared("p1", "harbor"));

        world.start(platform);
        world.awaitStep("p1/r1/harbor PUBLISHED 2");

        assertThat(ids(platform.live())).containsExactly("p1/r1/harbor");
    }

    @Test
    void anArmedDeliveryBehindSomebodyElsesOpenTransactionIsNotOverlooked() throws Exception {
        MemoryPlatform platform = new MemoryPlatform(Capability.CAN_BE_ASKED);
        DeliveryRecord prepared = world.prepared("p1", "harbor");
        platform.publish(prepared.post(WorkerWorld.PLATFORM).orElseThrow());
        try (KafkaProducer<String, String> other = openTransaction(world.partitionOf("p1"))) {
            armed(prepared);
            Worker worker = world.start(platform);
            await().pollDelay(Duration.ofSeconds(2))
                    .atMost(PATIENCE)
                    .until(() -> !worker.health().isUp());
            other.abortTransaction();
        }
        world.awaitStep("p1/r1/harbor PUBLISHED 1");

        assertThat(ids(platform.live())).containsExactly("p1/r1/harbor");
    }

    @Test
    void aWorkerThatLostItsPartitionCanArmNothingAnyMore() {
        Delivery delivery = world.prepared("p1", "harbor").delivery();
        var serializer = world.serdes.deliveries().serializer();
        try (DeliveryLog paused = new DeliveryLog(world.settings, 0, serializer);
                DeliveryLog successor = new DeliveryLog(world.settings, 0, serializer)) {
            successor.append(List.of(delivery));

            assertThatThrownBy(() -> paused.append(List.of(delivery)))
                    .isInstanceOfAny(ProducerFencedException.class, InvalidProducerEpochException.class);
        }
    }

    @Test
    void whatWasNotSentIsTriedAgain() {
        MemoryPlatform platform = new MemoryPlatform().refusesOnce(new Outcome.NotSent("no route"));
        world.prepared("p1", "harbor");
        world.start(platform);
        world.awaitStep("p1/r1/harbor PUBLISHED 2");

        assertThat(world.steps())
                .containsExactly(
                        "p1/r1/harbor PREPARED 0",
                        "p1/r1/harbor ARMED 1",
                        "p1/r1/harbor RETRY_AT 1",
                        "p1/r1/harbor ARMED 2",
                        "p1/r1/harbor PUBLISHED 2");
    }

    @Test
    void aRetryIsRememberedAcrossARestart() {
        MemoryPlatform platform = new MemoryPlatform().refusesOnce(new Outcome.Auth("401"));
        world.prepared("p1", "harbor");
        Worker first = world.start(platform);
        world.awaitStep("p1/r1/harbor RETRY_AT 1");
        first.close();

        Worker second = world.start(platform);
        await().atMost(PATIENCE).until(() -> second.health().isUp());

        assertThat(platform.live()).isEmpty();
        assertThat(world.steps()).last().isEqualTo("p1/r1/harbor RETRY_AT 1");
    }

    @Test
    void aConnectorThatThrowsLeavesTheQuestionToAPerson() {
        MemoryPlatform platform = new MemoryPlatform().beforeAnswer(() -> {
            throw new IllegalStateException("CANARY");
        });
        world.prepared("p1", "harbor");
        world.start(platform);

        world.awaitStep("p1/r1/harbor UNCONFIRMED 1");
    }

    @Test
    void aFrozenAccountWaitsForTheThawAndOthersGoOn() {
        MemoryPlatform platform = new MemoryPlatform();
        world.account("harbor", Optional.of("incident 7"));
        world.prepared("p1", "harbor");
        world.prepared("p2", "north");
        world.start(platform);
        world.awaitStep("p2/r1/north PUBLISHED 1");
        world.awaitStep("p1/r1/harbor RETRY_AT 0");

        world.account("harbor", Optional.empty());
        world.awaitStep("p1/r1/harbor PUBLISHED 1");

        assertThat(world.steps().stream().filter(s -> s.equals("p1/r1/harbor RETRY_AT 0")))
                .hasSize(1);
    }

    @Test
    void aSlowAccountDoesNotHoldAnother() {
        CountDownLatch both = new CountDownLatch(2);
        MemoryPlatform platform = new MemoryPlatform().beforeAnswer(() -> {
            both.countDown();
            hold(both);
        });
        world.prepared("p1", "harbor");
        world.prepared("p2", "north");
        world.start(platform);

        world.awaitStep("p1/r1/harbor PUBLISHED 1");
        world.awaitStep("p2/r1/north PUBLISHED 1");
    }

    @Test
    void contentThatWasChangedInTheLogIsNotSent() {
        MemoryPlatform platform = new MemoryPlatform();
        DeliveryRecord genuine = Samples.release("p1", 1, "harbor").prepared(WorkerWorld.PLATFORM, Samples.NOW);
        DeliveryRecord other = Samples.release("p2", 1, "harbor").prepared(WorkerWorld.PLATFORM, Samples.NOW);
        world.write(new DeliveryRecord(genuine.delivery(), other.draft()), 0);
        world.start(platform);
        world.awaitStep("p1/r1/harbor REJECTED 0");

        assertThat(platform.live()).isEmpty();
    }

    @Test
    void whatCannotBeReadIsKeptForAPersonAndTheRestGoesOn() {
        MemoryPlatform platform = new MemoryPlatform();
        world.garbage(world.partitionOf("p1"));
        world.prepared("p1", "harbor");
        world.start(platform);
        world.awaitStep("p1/r1/harbor PUBLISHED 1");

        assertThat(world.deadLetters())
                .containsExactly("no delivery".getBytes(java.nio.charset.StandardCharsets.UTF_8));
    }

    @Test
    void twoWorkersShareTheWorkAndDoEachPartOnce() {
        MemoryPlatform platform = new MemoryPlatform();
        world.start(platform);
        IntStream.range(0, 20).forEach(i -> world.prepared("a" + i, account(i)));
        Worker second = world.start(platform);
        await().atMost(PATIENCE).until(() -> second.health().isUp());
        IntStream.range(0, 20).forEach(i -> world.prepared("b" + i, account(i)));
        world.awaitSteps(published("a", 20));
        world.awaitSteps(published("b", 20));

        assertThat(ids(platform.live())).doesNotHaveDuplicates().hasSize(40);
    }

    /** Leaves a post live on the platform and ARMED in the log, with nobody who heard of it. */
    private void crashAfterTheCall(MemoryPlatform platform) {
        CountDownLatch never = new CountDownLatch(1);
        platform.beforeAnswer(() -> hold(never));
        world.prepared("p1", "harbor");
        Worker first = world.start(platform);
        await().atMost(PATIENCE).until(() -> !platform.live().isEmpty());
        first.close();
        assertThat(world.steps()).last().isEqualTo("p1/r1/harbor ARMED 1");
        platform.beforeAnswer(() -> {});
    }

    private void armed(DeliveryRecord prepared) {
        world.writeAsWorker(prepared.delivery().arm(Samples.NOW).delivery().orElseThrow());
    }

    private KafkaProducer<String, String> openTransaction(int partition) throws Exception {
        KafkaProducer<String, String> other = new KafkaProducer<>(Map.of(
                ProducerConfig.BOOTSTRAP_SERVERS_CONFIG,
                world.settings.bootstrap(),
                ProducerConfig.TRANSACTIONAL_ID_CONFIG,
                "other-" + world.settings.group(),
                ProducerConfig.KEY_SERIALIZER_CLASS_CONFIG,
                StringSerializer.class,
                ProducerConfig.VALUE_SERIALIZER_CLASS_CONFIG,
                StringSerializer.class));
        other.initTransactions();
        other.beginTransaction();
        other.send(new ProducerRecord<>(world.settings.deliveries(), partition, "x", "never committed"))
                .get();
        return other;
    }

    private static void hold(CountDownLatch until) {
        try {
            if (!until.await(60, TimeUnit.SECONDS)) {
                throw new IllegalStateException("nobody let go");
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private static List<String> published(String prefix, int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> "%s%d/r1/%s PUBLISHED 1".formatted(prefix, i, account(i)))
                .toList();
    }

    private static String account(int i) {
        return i % 2 == 0 ? "harbor" : "north";
    }

    private static List<String> ids(List<Post> posts) {
        return posts.stream().map(Post::id).map(DeliveryId::text).toList();
    }
}
