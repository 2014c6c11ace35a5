package org.imprimatur.publisher.worker;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.Set;
import org.imprimatur.publisher.Samples;
import org.imprimatur.publisher.delivery.Delivery;
import org.imprimatur.publisher.delivery.Outcome;
import org.imprimatur.publisher.delivery.Receipt;
import org.imprimatur.publisher.delivery.Stage;
import org.imprimatur.publisher.wire.DeliveryRecord;
import org.junit.jupiter.api.Test;

class PartitionDeskTest {
    private static final long END = 10;

    private final PartitionDesk desk = new PartitionDesk(END);
    private final DeliveryRecord prepared = prepared("p1");
    private final Delivery armed =
            prepared.delivery().arm("request", Samples.NOW).delivery().orElseThrow();
    private final Delivery published = armed.conclude(
                    new Outcome.Ok(new Receipt("1", Optional.empty())), Set.of(), Samples.NOW)
            .delivery()
            .orElseThrow();

    @Test
    void itIsSafeToActOnlyWhenEverythingWasRead() {
        desk.readTo(END - 1);
        assertThat(desk.isCaughtUp()).isFalse();

        desk.readTo(END);
        assertThat(desk.isCaughtUp()).isTrue();
    }

    @Test
    void nothingFromTheEarliestOpenDeliveryOnMayBeCommitted() {
        desk.read(3, prepared);
        desk.read(4, prepared("p2"));
        assertThat(desk.earliestOpen()).hasValue(3);

        desk.take(armed);
        desk.take(published);
        assertThat(desk.earliestOpen()).hasValue(4);
    }

    @Test
    void aDeliveryIsFoldedToWhereItStands() {
        desk.read(3, prepared);
        desk.read(4, DeliveryRecord.step(armed));

        assertThat(desk.find(armed.id()).map(open -> open.now().status().stage()))
                .contains(Stage.ARMED);
        assertThat(desk.find(armed.id()).map(PartitionDesk.Open::origin)).contains(prepared);
    }

    @Test
    void whatIsFinishedIsNotOpenedAgain() {
        desk.read(3, prepared);
        desk.read(4, DeliveryRecord.step(armed));
        desk.read(5, DeliveryRecord.step(published));
        desk.read(6, prepared);

        assertThat(desk.due(Samples.NOW)).isEmpty();
        assertThat(desk.earliestOpen()).isEmpty();
    }

    @Test
    void ourOwnStepsReadBackDoNotTurnTheClockBack() {
        desk.read(9, prepared);
        desk.readTo(END);
        desk.take(armed);
        Delivery retrying = armed.conclude(new Outcome.NotSent("no route"), Set.of(), Samples.NOW)
                .delivery()
                .orElseThrow();
        desk.take(retrying);

        desk.read(10, DeliveryRecord.step(armed));

        assertThat(desk.find(armed.id()).map(PartitionDesk.Open::now)).contains(retrying);
    }

    @Test
    void whatIsNotDueWaits() {
        desk.read(3, prepared);
        desk.take(armed);
        desk.take(armed.conclude(new Outcome.NotSent("no route"), Set.of(), Samples.NOW)
                .delivery()
                .orElseThrow());

        assertThat(desk.due(Samples.NOW)).isEmpty();
        assertThat(desk.due(Samples.NOW.plusSeconds(1))).hasSize(1);
    }

    private static DeliveryRecord prepared(String postId) {
        return Samples.prepared(Samples.release(postId, 1, "harbor"), "memory");
    }
}
