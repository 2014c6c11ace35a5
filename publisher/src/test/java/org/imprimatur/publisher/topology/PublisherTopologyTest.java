package org.imprimatur.publisher.topology;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.imprimatur.publisher.Samples;
import org.imprimatur.publisher.delivery.Delivery;
import org.imprimatur.publisher.delivery.Receipt;
import org.imprimatur.publisher.delivery.Stage;
import org.imprimatur.publisher.delivery.Status;
import org.imprimatur.publisher.wire.DeliveryRecord;
import org.imprimatur.publisher.wire.ReleaseRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the gate lets out, holds back and sends back. */
class PublisherTopologyTest {
    private final GateDriver gate;

    PublisherTopologyTest(@TempDir Path folder) {
        gate = new GateDriver(folder);
    }

    @AfterEach
    void close() {
        gate.close();
    }

    @Test
    void aReleaseIsPreparedWithItsContent() {
        gate.release(Samples.release("p1", 1, "harbor"));

        DeliveryRecord prepared = gate.next();
        assertThat(prepared.delivery().status().stage()).isEqualTo(Stage.PREPARED);
        assertThat(prepared.holdsWhatWasReleased()).isTrue();
    }

    @Test
    void aRepeatedReleaseIsPreparedOnce() {
        gate.release(Samples.release("p1", 1, "harbor"));
        gate.release(Samples.release("p1", 1, "harbor"));

        assertThat(gate.said()).containsExactly("p1/r1/harbor PREPARED");
    }

    @Test
    void aScheduledReleaseWaitsForItsTime() {
        gate.release(Samples.release("p1", 1, "harbor", Optional.of(Samples.NOW.plusSeconds(60))));
        assertThat(gate.said()).containsExactly("p1/r1/harbor SCHEDULED scheduled");

        gate.pass(Duration.ofSeconds(59));
        assertThat(gate.said()).isEmpty();

        gate.pass(Duration.ofSeconds(1));
        assertThat(gate.said()).containsExactly("p1/r1/harbor PREPARED");
    }

    @Test
    void whatWaitedIsPreparedOnce() {
        gate.release(Samples.release("p1", 1, "harbor", Optional.of(Samples.NOW.plusSeconds(60))));
        gate.pass(Duration.ofSeconds(90));
        gate.pass(Duration.ofSeconds(90));
        gate.release(Samples.release("p1", 1, "harbor", Optional.of(Samples.NOW.plusSeconds(60))));

        assertThat(gate.said()).containsExactly("p1/r1/harbor SCHEDULED scheduled", "p1/r1/harbor PREPARED");
    }

    @Test
    void aNewerRevisionTakesThePlaceOfOneThatWaits() {
        gate.release(Samples.release("p1", 1, "harbor", Optional.of(Samples.NOW.plusSeconds(60))));
        gate.release(Samples.release("p1", 2, "harbor", Optional.of(Samples.NOW.plusSeconds(30))));
        gate.pass(Duration.ofSeconds(90));

        assertThat(gate.said())
                .containsExactly(
                        "p1/r1/harbor SCHEDULED scheduled",
                        "p1/r2/harbor SCHEDULED scheduled",
                        "p1/r1/harbor CANCELLED revision 2 came before it went out",
                        "p1/r2/harbor PREPARED");
    }

    @Test
    void anOlderRevisionThatComesLateIsRefused() {
        gate.release(Samples.release("p1", 2, "harbor"));
        gate.release(Samples.release("p1", 1, "harbor"));

        assertThat(gate.said())
                .containsExactly("p1/r2/harbor PREPARED", "p1/r1/harbor CANCELLED revision 2 came before it went out");
    }

    @Test
    void aFrozenAccountIsSaidOnceAndGoesOutAfterTheThaw() {
        gate.account("harbor", Optional.of("incident 7"));
        gate.release(Samples.release("p1", 1, "harbor"));
        gate.pass(Duration.ofSeconds(30));
        assertThat(gate.said()).containsExactly("p1/r1/harbor SCHEDULED account harbor is frozen: incident 7");

        gate.account("harbor", Optional.empty());
        gate.pass(Duration.ofSeconds(3));
        assertThat(gate.said()).containsExactly("p1/r1/harbor PREPARED");
    }

    @Test
    void anAccountThatComesALittleLateIsWaitedFor() {
        gate.release(Samples.release("p1", 1, "north"));
        gate.account("north", Optional.empty());
        gate.pass(Duration.ofSeconds(2));

        assertThat(gate.said())
                .containsExactly("p1/r1/north SCHEDULED account north is not known yet", "p1/r1/north PREPARED");
    }

    @Test
    void anAccountThatNeverComesIsRefused() {
        gate.release(Samples.release("p1", 1, "nowhere"));
        gate.pass(Duration.ofSeconds(20));

        assertThat(gate.said()).last().isEqualTo("p1/r1/nowhere REJECTED account nowhere is not known");
    }

    @Test
    void contentThatWasNotClearedIsRefusedAndNotCarried() {
        gate.release(Samples.tampered("p1", 1, "harbor"));

        DeliveryRecord refused = gate.next();
        assertThat(refused.delivery().status().stage()).isEqualTo(Stage.REJECTED);
        assertThat(refused.draft()).isEmpty();
    }

    @Test
    void everyDeliveryIsKeyedByItsPost() {
        gate.release(Samples.release("p1", 1, "harbor"));

        assertThat(gate.keyOfNextDelivery()).isEqualTo("p1");
    }

    @Test
    void onePostDoesNotSeeAnotherWhoseIdBeginsAlike() {
        gate.release(Samples.release("p1", 2, "harbor"));
        gate.release(Samples.release("p", 1, "harbor"));

        assertThat(gate.said()).containsExactly("p1/r2/harbor PREPARED", "p/r1/harbor PREPARED");
    }

    @Test
    void theWorkerIsToldUnderTheAccountWithTheContent() {
        gate.release(Samples.release("p1", 1, "harbor"));

        assertThat(gate.keyOfNextCall()).isEqualTo("harbor");
        assertThat(gate.next().delivery().terms())
                .satisfies(terms -> assertThat(terms.policyVersion()).isEqualTo("policy@1"))
                .satisfies(terms -> assertThat(terms.platform()).isEqualTo("outbox"))
                .satisfies(terms -> assertThat(terms.createdAt()).contains(Samples.NOW));
    }

    @Test
    void anEditHandedInWhileItWaitsKeepsItIn() {
        gate.release(scheduled(1));
        gate.draft(Samples.release("p1", 2, "harbor"));
        gate.pass(Duration.ofSeconds(90));

        assertThat(gate.said())
                .containsExactly(
                        "p1/r1/harbor SCHEDULED scheduled",
                        "p1/r1/harbor CANCELLED revision 2 came before it went out");
    }

    @Test
    void anEditHandedInBeforeTheReleaseKeepsItInToo() {
        gate.draft(Samples.release("p1", 2, "harbor"));
        gate.release(Samples.release("p1", 1, "harbor"));

        assertThat(gate.said()).containsExactly("p1/r1/harbor CANCELLED revision 2 came before it went out");
    }

    @Test
    void anEditHandedInWhileTheWorkerHasItIsPassedOn() {
        gate.release(Samples.release("p1", 1, "harbor"));
        gate.draft(Samples.release("p1", 2, "harbor"));

        assertThat(gate.told())
                .containsExactly(
                        "p1/r1/harbor PREPARED", "p1/r1/harbor STOP_REQUESTED revision 2 came before it went out");
        assertThat(gate.said()).containsExactly("p1/r1/harbor PREPARED");
    }

    @Test
    void anotherPolicyAtTheSlotSendsItBackOnceAndTheNewReleaseGoesOut() {
        gate.release(scheduled(1));
        gate.policy("2");
        gate.pass(Duration.ofSeconds(90));
        assertThat(gate.said())
                .containsExactly(
                        "p1/r1/harbor SCHEDULED scheduled",
                        "p1/r1/harbor RECHECKED cleared under policy policy@1, and now policy policy@2 holds");
        assertThat(gate.sentBack()).containsExactly(1);

        gate.draft(scheduled(1));
        gate.release(Samples.again(scheduled(1), "policy@2", Samples.NOW.plusSeconds(60)));
        gate.pass(Duration.ofSeconds(90));

        assertThat(gate.said()).containsExactly("p1/r1/harbor PREPARED");
        assertThat(gate.sentBack()).isEmpty();
    }

    @Test
    void whatTheWorkerFoundChangedGoesBackToo() {
        gate.release(Samples.release("p1", 1, "harbor"));
        Delivery given = gate.toldLast().delivery();
        gate.worker(given, new Status.Stopped(Stage.RECHECKED, "another policy holds", "gate"));

        assertThat(gate.sentBack()).containsExactly(1);

        gate.release(Samples.again(Samples.release("p1", 1, "harbor"), "policy@1", Samples.NOW));
        DeliveryRecord again = gate.toldLast();
        assertThat(again.delivery().round()).isEqualTo(2);
        assertThat(again.holdsWhatWasReleased()).isTrue();
    }

    @Test
    void analyzerAndGateThatNeverAgreeEndWithAPerson() {
        gate.policy("2");
        for (int round = 0; round < 20; round++) {
            gate.release(Samples.release("p1", 1, "harbor"));
            gate.pass(Duration.ofSeconds(3));
        }

        assertThat(gate.sentBack()).hasSize(12);
        assertThat(gate.said()).last().asString().startsWith("p1/r1/harbor REJECTED it was judged again 12 times");
    }

    @Test
    void whatGrewOldIsNeverLetOut() {
        gate.release(Samples.release(
                "p1",
                "harbor",
                draft -> draft.setScheduledAt(Samples.NOW.plusSeconds(60)).setExpiresAt(Samples.NOW.plusSeconds(61))));
        gate.account("harbor", Optional.of("incident 7"));
        gate.pass(Duration.ofSeconds(90));
        gate.account("harbor", Optional.empty());
        gate.pass(Duration.ofSeconds(90));

        assertThat(gate.said())
                .containsExactly(
                        "p1/r1/harbor SCHEDULED scheduled",
                        "p1/r1/harbor EXPIRED it had to go out before 2026-11-22T10:01:01Z");
        assertThat(gate.told()).isEmpty();
    }

    @Test
    void aFreezeOfEverythingHoldsEveryAccount() {
        gate.account("*", Optional.of("storm"));
        gate.release(Samples.release("p1", 1, "harbor"));
        assertThat(gate.said()).containsExactly("p1/r1/harbor SCHEDULED everything is frozen: storm");

        gate.account("*", Optional.empty());
        gate.pass(Duration.ofSeconds(3));
        assertThat(gate.said()).containsExactly("p1/r1/harbor PREPARED");
    }

    @Test
    void stepsOfTheGateReadBackChangeNothing() {
        gate.release(scheduled(1));
        DeliveryRecord scheduled = gate.next();
        gate.policy("2");
        gate.pass(Duration.ofSeconds(90));
        Delivery rechecked = gate.next().delivery();
        gate.release(Samples.again(scheduled(1), "policy@2", Samples.NOW.plusSeconds(60)));
        gate.said();
        gate.sentBack();

        gate.worker(rechecked, rechecked.status());
        gate.worker(scheduled.delivery(), scheduled.delivery().status());
        gate.pass(Duration.ofSeconds(90));

        assertThat(gate.sentBack()).isEmpty();
        assertThat(gate.said()).isEmpty();
    }

    @Test
    void whatIsPublishedIsNotLetOutAgain() {
        gate.release(Samples.release("p1", 1, "harbor"));
        gate.workerPublishes(new Receipt("remote-1", Optional.empty()));
        gate.release(Samples.again(Samples.release("p1", 1, "harbor"), "policy@1", Samples.NOW));

        assertThat(gate.told()).isEmpty();
    }

    private static ReleaseRecord scheduled(int revision) {
        return Samples.release("p1", revision, "harbor", Optional.of(Samples.NOW.plusSeconds(60)));
    }
}
