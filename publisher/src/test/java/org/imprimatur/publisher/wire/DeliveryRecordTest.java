package org.imprimatur.publisher.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.imprimatur.publisher.Samples;
import org.imprimatur.publisher.delivery.Delivery;
import org.imprimatur.publisher.delivery.DeliveryId;
import org.imprimatur.publisher.delivery.Post;
import org.imprimatur.publisher.delivery.Receipt;
import org.imprimatur.publisher.delivery.Stage;
import org.imprimatur.publisher.delivery.Status;
import org.imprimatur.schemas.avro.DeliveryState;
import org.imprimatur.schemas.wire.Wire;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class DeliveryRecordTest {
    private static final DeliveryId ID = new DeliveryId("post-1", 2, "harbor");
    private static final Receipt RECEIPT = new Receipt("remote-1", Optional.of("https://example.org/1"));

    private final DeliveryRecord prepared =
            Samples.release("post-1", 2, "harbor").prepared("outbox", Samples.NOW);

    static Stream<Status> statuses() {
        return Stream.of(
                new Status.Scheduled(Samples.NOW.plusSeconds(60), "scheduled"),
                new Status.Prepared(),
                new Status.Armed(),
                new Status.Published(RECEIPT),
                new Status.Rejected("refused"),
                new Status.RetryAt(Samples.NOW.plusSeconds(1), "not sent"),
                new Status.Unconfirmed("no answer"),
                new Status.Takedown(Stage.TAKEDOWN_REQUESTED, Optional.of(RECEIPT), Optional.of("revoked")),
                new Status.Takedown(Stage.REMOVED, Optional.of(RECEIPT), Optional.empty()),
                new Status.Takedown(Stage.TAKEDOWN_UNCONFIRMED, Optional.empty(), Optional.of("no answer")));
    }

    @ParameterizedTest
    @MethodSource("statuses")
    void everyStatusIsReadAsItWasWritten(Status status) {
        DeliveryRecord record = DeliveryRecord.step(new Delivery(ID, "hash", "key", 3, status, Samples.NOW));
        var serde = PublisherSerdes.of(Wire.inMemory()).deliveries();

        byte[] bytes = serde.serializer().serialize("any", record);

        assertThat(serde.deserializer().deserialize("any", bytes)).isEqualTo(record);
    }

    @Test
    void aStateOfANewerVersionIsNotActedUpon() {
        org.imprimatur.schemas.avro.Delivery foreign = prepared.avro();
        foreign = org.imprimatur.schemas.avro.Delivery.newBuilder(foreign)
                .setState(DeliveryState.UNKNOWN)
                .build();

        assertThat(DeliveryRecord.of(foreign).delivery().status().stage().isOpen())
                .isFalse();
    }

    @Test
    void whatIsSentIsTheVariantForThePlatform() {
        assertThat(prepared.post("webhook").map(Post::text)).contains("Flu shots on Saturday.");
        assertThat(prepared.post("outbox").map(Post::text)).contains(Samples.TEXT);
    }

    @Test
    void contentThatWasChangedInTheLogIsNoticed() {
        Delivery other =
                new Delivery(prepared.delivery().id(), "another hash", "key", 0, new Status.Prepared(), Samples.NOW);

        assertThat(prepared.holdsWhatWasReleased()).isTrue();
        assertThat(new DeliveryRecord(other, prepared.draft()).holdsWhatWasReleased())
                .isFalse();
        assertThat(DeliveryRecord.step(prepared.delivery()).holdsWhatWasReleased())
                .isFalse();
    }

    @Test
    void theKeySaysForWhichPlatformItWasLetThrough() {
        String key = prepared.delivery().idempotencyKey();

        assertThat(key).hasSize(64).isNotEqualTo(IdempotencyKeys.of(ID, "webhook"));
        assertThat(IdempotencyKeys.platform(ID, key, Set.of("outbox", "webhook")))
                .contains("outbox");
        assertThat(IdempotencyKeys.platform(ID, key, Set.of("webhook"))).isEmpty();
    }

    @Test
    void aReleaseThatNamesNoAccountCannotBeRead() {
        var serde = PublisherSerdes.of(Wire.inMemory()).releases();
        byte[] bytes = serde.serializer().serialize("any", Samples.release("post-1", 1, " "));

        assertThatIllegalArgumentException()
                .isThrownBy(() -> serde.deserializer().deserialize("any", bytes))
                .withMessageContaining("account");
    }

    @Test
    void nothingThatIsPrintedHoldsTheText() {
        assertThat(prepared.toString() + prepared.post("outbox") + Samples.release("post-1", 2, "harbor"))
                .doesNotContain("CANARY")
                .contains("post-1");
    }
}
