package org.imprimatur.publisher.gate;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.imprimatur.publisher.delivery.Delivery;
import org.imprimatur.publisher.delivery.DeliveryId;
import org.imprimatur.publisher.delivery.Status;
import org.junit.jupiter.api.Test;

class ReleaseGateTest {
    private static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");
    private static final Optional<Destination> OPEN = Optional.of(new Destination("outbox", Optional.empty()));

    private final ReleaseGate gate = new ReleaseGate(Set.of("outbox"));

    @Test
    void whatWasClearedGoesOut() {
        assertThat(gate.decide(release(1, "h"), OPEN, PostLedger.EMPTY, NOW)).isEqualTo(new Decision.Publish("outbox"));
    }

    @Test
    void contentWithAnotherHashIsRefused() {
        Clearance edited = new Clearance(id(1), "h", "h", "other", Optional.empty(), NOW);
        Clearance mislabelled = new Clearance(id(1), "h", "other", "h", Optional.empty(), NOW);

        assertThat(gate.decide(edited, OPEN, PostLedger.EMPTY, NOW)).isInstanceOf(Decision.Refuse.class);
        assertThat(gate.decide(mislabelled, OPEN, PostLedger.EMPTY, NOW)).isInstanceOf(Decision.Refuse.class);
    }

    @Test
    void anEmptyHashClearsNothing() {
        assertThat(gate.decide(release(1, ""), OPEN, PostLedger.EMPTY, NOW)).isInstanceOf(Decision.Refuse.class);
    }

    @Test
    void theSameRevisionGoesOutOnce() {
        PostLedger ledger = ledger(delivery(1, new Status.Prepared()));

        assertThat(gate.decide(release(1, "h"), OPEN, ledger, NOW)).isInstanceOf(Decision.Ignore.class);
    }

    @Test
    void aRefusedRevisionStaysRefused() {
        PostLedger ledger = ledger(delivery(1, new Status.Rejected("no")));

        assertThat(gate.decide(release(1, "h"), OPEN, ledger, NOW)).isInstanceOf(Decision.Ignore.class);
    }

    @Test
    void otherContentUnderAWaitingRevisionIsNotTakenUp() {
        PostLedger ledger = ledger(delivery(1, new Status.Scheduled(NOW.plusSeconds(9), "scheduled")));

        assertThat(gate.decide(release(1, "h2"), OPEN, ledger, NOW)).isInstanceOf(Decision.Ignore.class);
    }

    @Test
    void anOlderRevisionIsRefusedOnceANewerWasReleased() {
        PostLedger ledger = ledger(delivery(3, new Status.Prepared()));

        assertThat(gate.decide(release(2, "h"), OPEN, ledger, NOW))
                .isEqualTo(new Decision.Refuse("revision 3 was released before it went out"));
    }

    @Test
    void aNewerRevisionThatWasRefusedDoesNotStandInTheWay() {
        PostLedger ledger = ledger(delivery(3, new Status.Rejected("no")));

        assertThat(gate.decide(release(2, "h"), OPEN, ledger, NOW)).isInstanceOf(Decision.Publish.class);
    }

    @Test
    void aLaterTimeIsWaitedFor() {
        Instant noon = Instant.parse("2026-11-22T12:00:00Z");
        Clearance later = new Clearance(id(1), "h", "h", "h", Optional.of(noon), NOW);

        assertThat(gate.decide(later, OPEN, PostLedger.EMPTY, NOW)).isEqualTo(new Decision.Wait(noon, "scheduled"));
        assertThat(gate.decide(later, OPEN, PostLedger.EMPTY, noon)).isInstanceOf(Decision.Publish.class);
    }

    @Test
    void aFrozenAccountWaitsAndSaysWhy() {
        Optional<Destination> frozen = Optional.of(new Destination("outbox", Optional.of("incident 7")));

        assertThat(gate.decide(release(1, "h"), frozen, PostLedger.EMPTY, NOW))
                .isEqualTo(new Decision.Wait(NOW.plusSeconds(2), "account harbor is frozen: incident 7"));
    }

    @Test
    void anUnknownAccountIsRefusedAfterSomePatience() {
        assertThat(gate.decide(release(1, "h"), Optional.empty(), PostLedger.EMPTY, NOW.plusSeconds(9)))
                .isInstanceOf(Decision.Wait.class);
        assertThat(gate.decide(release(1, "h"), Optional.empty(), PostLedger.EMPTY, NOW.plusSeconds(10)))
                .isEqualTo(new Decision.Refuse("account harbor is not known"));
    }

    @Test
    void aPlatformWithoutConnectorIsRefused() {
        Optional<Destination> myspace = Optional.of(new Destination("myspace", Optional.empty()));

        assertThat(gate.decide(release(1, "h"), myspace, PostLedger.EMPTY, NOW))
                .isEqualTo(new Decision.Refuse(
                        "no connector for the platform 'myspace' of account harbor is set up here"));
    }

    private static DeliveryId id(int revision) {
        return new DeliveryId("post", revision, "harbor");
    }

    private static Clearance release(int revision, String hash) {
        return new Clearance(id(revision), hash, hash, hash, Optional.empty(), NOW);
    }

    private static Delivery delivery(int revision, Status status) {
        return Delivery.opened(id(revision), "h", "key", status, NOW);
    }

    private static PostLedger ledger(Delivery... deliveries) {
        return new PostLedger(List.of(deliveries));
    }
}
