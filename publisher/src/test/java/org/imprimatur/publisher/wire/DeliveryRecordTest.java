package org.imprimatur.publisher.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.imprimatur.publisher.Samples;
import org.imprimatur.publisher.delivery.Delivery;
import org.imprimatur.publisher.delivery.DeliveryId;
import org.imprimatur.publisher.delivery.Live;
import org.imprimatur.publisher.delivery.Order;
import org.imprimatur.publisher.delivery.Post;
import org.imprimatur.publisher.delivery.Receipt;
import org.imprimatur.publisher.delivery.Stage;
import org.imprimatur.publisher.delivery.Status;
import org.imprimatur.publisher.delivery.Terms;
import org.imprimatur.schemas.avro.DeliveryState;
import org.imprimatur.schemas.wire.Wire;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class DeliveryRecordTest {
    private static final DeliveryId ID = new DeliveryId("post-1", 2, "harbor");
    private static final Terms TERMS = new Terms("hash", "policy@1", "outbox", "key", Optional.of(Samples.NOW));
    private static final Receipt RECEIPT = new Receipt("remote-1", Optional.of("https://example.org/1"));

    private static final Live LIVE =
            new Live("what was live", List.of("beef"), Optional.of("https://example.org/1"), Samples.NOW);
    private static final Status.Takedown TAKEDOWN = new Status.Takedown(
            Stage.TAKEDOWN_REQUESTED, RECEIPT, new Order(Order.Kind.TAKE_DOWN, "rosa", "she asked for it", 7));

    private final DeliveryRecord prepared = Samples.prepared(Samples.release("post-1", 2, "harbor"), "outbox");

    static Stream<Status> statuses() {
        return Stream.of(
                new Status.Scheduled(Samples.NOW.plusSeconds(60), "scheduled"),
                new Status.Prepared(),
                new Status.Armed(),
                new Status.Published(RECEIPT),
                new Status.Rejected("refused"),
                new Status.RetryAt(Samples.NOW.plusSeconds(1), "not sent"),
                new Status.Unconfirmed("no answer"),
                new Status.Armed(Optional.of(Samples.NOW.plusSeconds(1)), Optional.of("no answer")),
                new Status.Published(RECEIPT, Optional.of("live-hash")),
                new Status.Stopped(Stage.CANCELLED, "she asked for it", "rosa"),
                new Status.Stopped(Stage.EXPIRED, "too late", "gate"),
                new Status.Stopped(Stage.RECHECKED, "another policy holds", "gate"),
                new Status.Stopped(Stage.STOP_REQUESTED, "she asked for it", "rosa"),
                TAKEDOWN,
                TAKEDOWN.seen(Optional.of(LIVE)),
                TAKEDOWN.seen(Optional.of(LIVE))
                        .at(Stage.TAKEDOWN_REQUESTED, Optional.of("busy"), Optional.of(Samples.NOW)),
                TAKEDOWN.at(Stage.TAKEDOWN_TASK, Optional.of("it can't"), Optional.empty())
                        .provenBy("rosa", "beef"));
    }

    @ParameterizedTest
    @MethodSource("statuses")
    void everyStatusIsReadAsItWasWritten(Status status) {
        DeliveryRecord record =
                DeliveryRecord.step(new Delivery(ID, TERMS, 2, 3, Optional.of("request"), status, Samples.NOW));
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
        assertThat(Samples.prepared(Samples.release("post-1", 2, "harbor"), "webhook")
                        .post()
                        .map(Post::text))
                .contains("Flu shots on Saturday.");
        assertThat(prepared.post().map(Post::text)).contains(Samples.TEXT);
    }

    @Test
    void contentThatWasChangedInTheLogIsNoticed() {
        Delivery other = Delivery.opened(prepared.delivery().id(), TERMS, new Status.Prepared(), Samples.NOW);

        assertThat(prepared.holdsWhatWasReleased()).isTrue();
        assertThat(new DeliveryRecord(other, prepared.draft()).holdsWhatWasReleased())
                .isFalse();
        assertThat(DeliveryRecord.step(prepared.delivery()).holdsWhatWasReleased())
                .isFalse();
    }

    @Test
    void theKeySaysForWhichPlatformItWasLetThrough() {
        String key = prepared.delivery().terms().idempotencyKey();

        assertThat(key)
                .hasSize(64)
                .isEqualTo(IdempotencyKeys.of(ID, "outbox"))
                .isNotEqualTo(IdempotencyKeys.of(ID, "webhook"));
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
        assertThat(prepared.toString() + prepared.post() + Samples.release("post-1", 2, "harbor"))
                .doesNotContain("CANARY")
                .contains("post-1");
    }
}
