package org.imprimatur.publisher.worker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
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
import org.imprimatur.publisher.delivery.Live;
import org.imprimatur.publisher.delivery.Order;
import org.imprimatur.publisher.delivery.Outcome;
import org.imprimatur.publisher.delivery.Post;
import org.imprimatur.publisher.delivery.Publication;
import org.imprimatur.publisher.delivery.Removal;
import org.imprimatur.publisher.delivery.Stage;
import org.imprimatur.publisher.delivery.Status;
import org.imprimatur.publisher.wire.DeliveryRecord;
import org.imprimatur.publisher.wire.RequestHash;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** Each test has topics and a group of its own and mostly waits for Kafka, so several run at once. */
@Execution(ExecutionMode.CONCURRENT)
class WorkerTest {
    private static final Order ORDER = new Order(Order.Kind.TAKE_DOWN, "rosa", "she asked for it", 0);
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
        platform.publish(prepared.post().orElseThrow());
        try (KafkaProducer<String, String> other = openTransaction(world.partitionOf("harbor"))) {
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
        DeliveryRecord genuine = Samples.prepared(Samples.release("p1", 1, "harbor"), WorkerWorld.PLATFORM);
        DeliveryRecord other = Samples.prepared(Samples.release("p2", 1, "harbor"), WorkerWorld.PLATFORM);
        world.write(new DeliveryRecord(genuine.delivery(), other.draft()), world.partitionOf("harbor"));
        world.start(platform);
        world.awaitStep("p1/r1/harbor REJECTED 0");

        assertThat(platform.live()).isEmpty();
    }

    @Test
    void whatCannotBeReadIsKeptForAPersonAndTheRestGoesOn() {
        MemoryPlatform platform = new MemoryPlatform();
        world.garbage(world.partitionOf("harbor"));
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

    @Test
    void whatIsStoppedBeforeItsCallNeverGoesOut() {
        MemoryPlatform platform = new MemoryPlatform();
        world.account("harbor", Optional.of("incident 7"));
        DeliveryRecord prepared = world.prepared("p1", "harbor");
        world.start(platform);
        world.awaitStep("p1/r1/harbor RETRY_AT 0");
        world.stop(prepared.delivery(), ORDER);
        world.account("harbor", Optional.empty());
        world.awaitStep("p1/r1/harbor CANCELLED 0");

        assertThat(platform.live()).isEmpty();
    }

    @Test
    void whatRestsOnAnotherPolicyThanHoldsNowGoesBack() {
        MemoryPlatform platform = new MemoryPlatform();
        world.policy("2");
        world.prepared("p1", "harbor");
        world.start(platform);
        world.awaitStep("p1/r1/harbor RECHECKED 0");

        assertThat(platform.live()).isEmpty();
    }

    @Test
    void aRevokedAuthorizationStopsTheNextCall() {
        MemoryPlatform platform = new MemoryPlatform().refusesOnce(new Outcome.NotSent("no route"));
        world.authorization(Samples.authorization("A-1", form -> form));
        world.prepared(Samples.release("p1", "harbor", draft -> draft.setAuthorizations(List.of("A-1"))));
        platform.beforeAnswer(() -> {});
        world.start(platform);
        world.awaitStep("p1/r1/harbor RETRY_AT 1");
        world.authorization(Samples.revoked("A-1"));
        await().atMost(PATIENCE)
                .until(() -> world.newest("p1/r1/harbor").status().stage() != Stage.RETRY_AT);

        assertThat(world.newest("p1/r1/harbor").status().stage() == Stage.CANCELLED)
                .isEqualTo(platform.live().isEmpty());
    }

    @Test
    void whatMayBeLiveAndMayNotGoOutAnyMoreIsLeftToAPerson() {
        MemoryPlatform platform = new MemoryPlatform(Capability.REPEATS_ARE_HARMLESS);
        platform.refusesOnce(new Outcome.Unknown("no answer"));
        world.prepared("p1", "harbor");
        world.start(platform);
        world.awaitStep("p1/r1/harbor ARMED 1");
        world.policy("2");
        await().atMost(PATIENCE)
                .until(() -> !world.newest("p1/r1/harbor").status().stage().isOpen());

        assertThat(world.newest("p1/r1/harbor").status().stage()).isIn(Stage.UNCONFIRMED, Stage.PUBLISHED);
    }

    @Test
    void theEvidenceIsInTheLogBeforeTheTakeDownIsAskedFor() throws Exception {
        CountDownLatch asked = new CountDownLatch(1);
        CountDownLatch answered = new CountDownLatch(1);
        MemoryPlatform platform = new MemoryPlatform() {
            @Override
            public synchronized Removal takeDown(Publication publication) {
                asked.countDown();
                hold(answered);
                return super.takeDown(publication);
            }
        };
        Delivery live = live(platform);

        world.takeDown(live, ORDER);
        assertThat(asked.await(30, TimeUnit.SECONDS)).isTrue();

        assertThat(world.newest("p1/r1/harbor").status())
                .isInstanceOfSatisfying(
                        Status.Takedown.class,
                        takedown ->
                                assertThat(takedown.evidence().map(Live::text)).contains(Samples.TEXT));
        answered.countDown();
        world.awaitStep("p1/r1/harbor REMOVED 1");
        assertThat(platform.live()).isEmpty();
        assertThat(world.newest("p1/r1/harbor").status())
                .isInstanceOfSatisfying(
                        Status.Takedown.class,
                        takedown -> assertThat(takedown.evidence()).isPresent());
    }

    @Test
    void whatIsGoneAlreadyIsDone() {
        MemoryPlatform platform = new MemoryPlatform();
        Delivery live = live(platform);
        platform.takeDown(live.publication().orElseThrow());

        world.takeDown(live, ORDER);

        world.awaitStep("p1/r1/harbor REMOVED 1");
    }

    @Test
    void whereThePlatformCannotATaskIsOpened() {
        MemoryPlatform platform = new MemoryPlatform().keepsOnce(new Removal.CannotDelete("it can't"));
        Delivery live = live(platform);

        world.takeDown(live, ORDER);

        world.awaitStep("p1/r1/harbor TAKEDOWN_TASK 1");
    }

    @Test
    void aTakeDownThatMayNotHaveWorkedIsTriedAgainAndRememberedAcrossARestart() {
        MemoryPlatform platform = new MemoryPlatform().keepsOnce(new Removal.Unknown("no answer"));
        Delivery live = live(platform);
        world.takeDown(live, ORDER);
        await().atMost(PATIENCE).until(() -> platform.takedowns() == 1);
        world.stopAll();
        world.start(platform);
        await().atMost(PATIENCE)
                .until(() -> world.newest("p1/r1/harbor").status().stage() == Stage.REMOVED);

        assertThat(platform.live()).isEmpty();
    }

    @Test
    void aTakeDownGoesBeforeNewPostsOfItsAccount() {
        MemoryPlatform platform = new MemoryPlatform();
        Delivery live = live(platform);
        world.stopAll();
        IntStream.range(0, 20).forEach(i -> world.prepared("later" + i, "harbor"));
        world.takeDown(live, ORDER);
        world.start(platform);
        world.awaitStep("p1/r1/harbor REMOVED 1");

        List<String> steps = world.stepsOf("harbor");
        assertThat(steps.indexOf("p1/r1/harbor REMOVED 1")).isLessThan(steps.indexOf("later0/r1/harbor ARMED 1"));
    }

    @Test
    void anAccountRestsAsLongAsItsPlatformAsksFor() {
        MemoryPlatform platform = new MemoryPlatform()
                .refusesOnce(new Outcome.RateLimited(Instant.now().plusSeconds(600)));
        world.prepared("p1", "harbor");
        world.start(platform);
        world.awaitStep("p1/r1/harbor RETRY_AT 1");
        world.prepared("p2", "harbor");
        world.prepared("p3", "north");
        world.awaitStep("p3/r1/north PUBLISHED 1");

        assertThat(ids(platform.live())).containsExactly("p3/r1/north");
        assertThat(world.steps()).doesNotContain("p2/r1/harbor ARMED 1");
    }

    @Test
    void oneCallIsInFlightForAnAccountHoweverManyWorkersThereAre() {
        MemoryPlatform platform = new MemoryPlatform();
        world.start(platform);
        Worker second = world.start(platform);
        await().atMost(PATIENCE).until(() -> second.health().isUp());
        IntStream.range(0, 60).forEach(i -> world.prepared("p" + i, account(i)));
        world.awaitSteps(published("p", 60));

        assertThat(platform.mostInFlightForAnAccount()).isEqualTo(1);
    }

    /** Publishes p1 on harbor; a worker goes on running. */
    private Delivery live(MemoryPlatform platform) {
        world.prepared("p1", "harbor");
        world.start(platform);
        world.awaitStep("p1/r1/harbor PUBLISHED 1");
        return world.newest("p1/r1/harbor");
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
        String request = RequestHash.of(prepared.post().orElseThrow());
        world.writeAsWorker(
                prepared.delivery().arm(request, Samples.NOW).delivery().orElseThrow());
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
        other.send(new ProducerRecord<>(world.topics().calls(), partition, "x", "never committed"))
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
