package org.imprimatur.publisher.topology;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.TestInputTopic;
import org.apache.kafka.streams.TestOutputTopic;
import org.apache.kafka.streams.TopologyTestDriver;
import org.imprimatur.publisher.Samples;
import org.imprimatur.publisher.delivery.Stage;
import org.imprimatur.publisher.wire.AccountRecord;
import org.imprimatur.publisher.wire.DeliveryRecord;
import org.imprimatur.publisher.wire.PublisherSerdes;
import org.imprimatur.publisher.wire.ReleaseRecord;
import org.imprimatur.schemas.Topics;
import org.imprimatur.schemas.wire.Wire;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PublisherTopologyTest {
    private final PublisherSerdes serdes = PublisherSerdes.of(Wire.inMemory());
    private final TopologyTestDriver driver;
    private final TestInputTopic<String, ReleaseRecord> cleared;
    private final TestInputTopic<String, AccountRecord> accounts;
    private final TestOutputTopic<String, DeliveryRecord> deliveries;

    PublisherTopologyTest(@TempDir Path folder) {
        Properties properties = new Properties();
        properties.put(StreamsConfig.APPLICATION_ID_CONFIG, "publisher-test");
        properties.put(StreamsConfig.STATE_DIR_CONFIG, folder.toString());
        properties.put(StreamsConfig.ENSURE_EXPLICIT_INTERNAL_RESOURCE_NAMING_CONFIG, true);
        driver = new TopologyTestDriver(PublisherTopology.build(serdes, Set.of("outbox")), properties, Samples.NOW);
        StringSerializer keys = new StringSerializer();
        cleared = driver.createInputTopic(
                Topics.CLEARED.name(), keys, serdes.releases().serializer());
        accounts = driver.createInputTopic(
                Topics.ACCOUNTS.name(), keys, serdes.accounts().serializer());
        deliveries = driver.createOutputTopic(
                Topics.DELIVERIES.name(),
                new StringDeserializer(),
                serdes.deliveries().deserializer());
        account("harbor", "outbox", Optional.empty());
    }

    @AfterEach
    void close() {
        driver.close();
    }

    @Test
    void aReleaseIsPreparedWithItsContent() {
        release(Samples.release("p1", 1, "harbor"));

        DeliveryRecord prepared = deliveries.readValue();
        assertThat(prepared.delivery().status().stage()).isEqualTo(Stage.PREPARED);
        assertThat(prepared.holdsWhatWasReleased()).isTrue();
    }

    @Test
    void aRepeatedReleaseIsPreparedOnce() {
        release(Samples.release("p1", 1, "harbor"));
        release(Samples.release("p1", 1, "harbor"));

        assertThat(said()).containsExactly("p1/r1/harbor PREPARED");
    }

    @Test
    void aScheduledReleaseWaitsForItsTime() {
        release(Samples.release("p1", 1, "harbor", Optional.of(Samples.NOW.plusSeconds(60))));
        assertThat(said()).containsExactly("p1/r1/harbor SCHEDULED scheduled");

        driver.advanceWallClockTime(Duration.ofSeconds(59));
        assertThat(said()).isEmpty();

        driver.advanceWallClockTime(Duration.ofSeconds(1));
        assertThat(said()).containsExactly("p1/r1/harbor PREPARED");
    }

    @Test
    void whatWaitedIsPreparedOnce() {
        release(Samples.release("p1", 1, "harbor", Optional.of(Samples.NOW.plusSeconds(60))));
        driver.advanceWallClockTime(Duration.ofSeconds(90));
        driver.advanceWallClockTime(Duration.ofSeconds(90));
        release(Samples.release("p1", 1, "harbor", Optional.of(Samples.NOW.plusSeconds(60))));

        assertThat(said()).containsExactly("p1/r1/harbor SCHEDULED scheduled", "p1/r1/harbor PREPARED");
    }

    @Test
    void aNewerRevisionTakesThePlaceOfOneThatWaits() {
        release(Samples.release("p1", 1, "harbor", Optional.of(Samples.NOW.plusSeconds(60))));
        release(Samples.release("p1", 2, "harbor", Optional.of(Samples.NOW.plusSeconds(30))));
        driver.advanceWallClockTime(Duration.ofSeconds(90));

        assertThat(said())
                .containsExactly(
                        "p1/r1/harbor SCHEDULED scheduled",
                        "p1/r2/harbor SCHEDULED scheduled",
                        "p1/r1/harbor REJECTED revision 2 was released before it went out",
                        "p1/r2/harbor PREPARED");
    }

    @Test
    void anOlderRevisionThatComesLateIsRefused() {
        release(Samples.release("p1", 2, "harbor"));
        release(Samples.release("p1", 1, "harbor"));

        assertThat(said())
                .containsExactly(
                        "p1/r2/harbor PREPARED", "p1/r1/harbor REJECTED revision 2 was released before it went out");
    }

    @Test
    void aFrozenAccountIsSaidOnceAndGoesOutAfterTheThaw() {
        account("harbor", "outbox", Optional.of("incident 7"));
        release(Samples.release("p1", 1, "harbor"));
        driver.advanceWallClockTime(Duration.ofSeconds(30));
        assertThat(said()).containsExactly("p1/r1/harbor SCHEDULED account harbor is frozen: incident 7");

        account("harbor", "outbox", Optional.empty());
        driver.advanceWallClockTime(Duration.ofSeconds(3));
        assertThat(said()).containsExactly("p1/r1/harbor PREPARED");
    }

    @Test
    void anAccountThatComesALittleLateIsWaitedFor() {
        release(Samples.release("p1", 1, "north"));
        account("north", "outbox", Optional.empty());
        driver.advanceWallClockTime(Duration.ofSeconds(2));

        assertThat(said())
                .containsExactly("p1/r1/north SCHEDULED account north is not known yet", "p1/r1/north PREPARED");
    }

    @Test
    void anAccountThatNeverComesIsRefused() {
        release(Samples.release("p1", 1, "nowhere"));
        driver.advanceWallClockTime(Duration.ofSeconds(20));

        assertThat(said()).last().isEqualTo("p1/r1/nowhere REJECTED account nowhere is not known");
    }

    @Test
    void contentThatWasNotClearedIsRefusedAndNotCarried() {
        release(Samples.tampered("p1", 1, "harbor"));

        DeliveryRecord refused = deliveries.readValue();
        assertThat(refused.delivery().status().stage()).isEqualTo(Stage.REJECTED);
        assertThat(refused.draft()).isEmpty();
    }

    @Test
    void everyDeliveryIsKeyedByItsPost() {
        release(Samples.release("p1", 1, "harbor"));

        assertThat(deliveries.readKeyValue().key).isEqualTo("p1");
    }

    @Test
    void onePostDoesNotSeeAnotherWhoseIdBeginsAlike() {
        release(Samples.release("p1", 2, "harbor"));
        release(Samples.release("p", 1, "harbor"));

        assertThat(said()).containsExactly("p1/r2/harbor PREPARED", "p/r1/harbor PREPARED");
    }

    private void release(ReleaseRecord release) {
        cleared.pipeInput(release.postId(), release, Instant.EPOCH);
    }

    private void account(String id, String platform, Optional<String> frozen) {
        accounts.pipeInput(id, Samples.account(id, platform, frozen));
    }

    private List<String> said() {
        return deliveries.readValuesToList().stream()
                .map(DeliveryRecord::delivery)
                .map(d -> (d.id() + " " + d.status().stage() + " "
                                + d.status().explanation().orElse(""))
                        .strip())
                .toList();
    }
}
