package org.imprimatur.publisher.gate;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.imprimatur.publisher.delivery.Delivery;
import org.imprimatur.publisher.delivery.DeliveryId;
import org.imprimatur.publisher.delivery.Stage;
import org.imprimatur.publisher.delivery.Status;
import org.imprimatur.publisher.delivery.Terms;
import org.junit.jupiter.api.Test;

class ReleaseGateTest {
    private static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");
    private static final Destination OUTBOX = new Destination("outbox", Optional.empty(), ZoneOffset.UTC);
    private static final Clearance SIMPLE = release(1, "h");
    private static final Consent HOLDS = new Consent(Set.of("outbox"), Optional.empty(), false, Instant.EPOCH);

    private final ReleaseGate gate = new ReleaseGate(Set.of("outbox"));

    @Test
    void whatWasClearedGoesOut() {
        assertThat(decide(SIMPLE, open())).isEqualTo(new Decision.Publish("outbox"));
    }

    @Test
    void contentWithAnotherHashIsRefused() {
        assertThat(ended(release(1, new Clearance.Hashes("h", "h", "other")), open()))
                .isEqualTo(Stage.REJECTED);
        assertThat(ended(release(1, new Clearance.Hashes("h", "other", "h")), open()))
                .isEqualTo(Stage.REJECTED);
    }

    @Test
    void anEmptyHashClearsNothing() {
        assertThat(ended(release(1, ""), open())).isEqualTo(Stage.REJECTED);
    }

    @Test
    void theSameRevisionGoesOutOnce() {
        PostLedger ledger = ledger(0, delivery(1, new Status.Prepared()));

        assertThat(gate.decide(SIMPLE, open(), ledger, NOW)).isInstanceOf(Decision.Ignore.class);
    }

    @Test
    void aRefusedRevisionStaysRefused() {
        PostLedger ledger = ledger(0, delivery(1, new Status.Rejected("no")));

        assertThat(gate.decide(SIMPLE, open(), ledger, NOW)).isInstanceOf(Decision.Ignore.class);
    }

    @Test
    void otherContentUnderAWaitingRevisionIsNotTakenUp() {
        PostLedger ledger = ledger(0, delivery(1, new Status.Scheduled(NOW.plusSeconds(9), "scheduled")));

        assertThat(gate.decide(release(1, "h2"), open(), ledger, NOW)).isInstanceOf(Decision.Ignore.class);
    }

    @Test
    void anOlderRevisionIsCancelledOnceANewerWasReleasedOrHandedIn() {
        assertThat(gate.decide(release(2, "h"), open(), ledger(0, delivery(3, new Status.Prepared())), NOW))
                .isEqualTo(Decision.End.cancelled("revision 3 came before it went out"));
        assertThat(gate.decide(release(2, "h"), open(), ledger(4), NOW))
                .isEqualTo(Decision.End.cancelled("revision 4 came before it went out"));
    }

    @Test
    void aNewerRevisionThatWasRefusedByTheGateDoesNotStandInTheWay() {
        PostLedger ledger = ledger(2, delivery(3, new Status.Rejected("no")));

        assertThat(gate.decide(release(2, "h"), open(), ledger, NOW)).isInstanceOf(Decision.Publish.class);
    }

    @Test
    void aLaterTimeIsWaitedFor() {
        Instant noon = Instant.parse("2026-11-22T12:00:00Z");
        Clearance later = timed(Optional.of(noon), Optional.empty());

        assertThat(decide(later, open())).isEqualTo(new Decision.Wait(noon, "scheduled"));
        assertThat(gate.decide(later, open(), PostLedger.EMPTY, noon)).isInstanceOf(Decision.Publish.class);
    }

    @Test
    void whatGrewOldNeverGoesOutAndIsLookedAtWhenItDoes() {
        Instant noon = Instant.parse("2026-11-22T12:00:00Z");
        Instant eleven = Instant.parse("2026-11-22T11:00:00Z");

        assertThat(decide(timed(Optional.of(noon), Optional.of(eleven)), open()))
                .isEqualTo(new Decision.Wait(eleven, "scheduled"));
        assertThat(ended(timed(Optional.empty(), Optional.of(NOW)), open())).isEqualTo(Stage.EXPIRED);
        assertThat(decide(timed(Optional.empty(), Optional.of(eleven)), open())).isInstanceOf(Decision.Publish.class);
    }

    @Test
    void aFrozenAccountWaitsAndSaysWhy() {
        Destination frozen = new Destination("outbox", Optional.of("incident 7"), ZoneOffset.UTC);

        assertThat(decide(SIMPLE, with(frozen)))
                .isEqualTo(new Decision.Wait(NOW.plusSeconds(2), "account harbor is frozen: incident 7"));
    }

    @Test
    void aFreezeOfEverythingHoldsEveryAccount() {
        Circumstances all =
                new Circumstances(Optional.of(OUTBOX), Optional.of("storm"), "policy@1", Map.of(), Map.of());

        assertThat(decide(SIMPLE, all)).isEqualTo(new Decision.Wait(NOW.plusSeconds(2), "everything is frozen: storm"));
    }

    @Test
    void anUnknownAccountIsRefusedAfterSomePatience() {
        Circumstances nobody = new Circumstances(Optional.empty(), Optional.empty(), "policy@1", Map.of(), Map.of());

        assertThat(gate.decide(
                        SIMPLE, nobody, PostLedger.EMPTY, SIMPLE.releasedAt().plusSeconds(9)))
                .isInstanceOf(Decision.Wait.class);
        assertThat(gate.decide(
                        SIMPLE, nobody, PostLedger.EMPTY, SIMPLE.releasedAt().plusSeconds(10)))
                .isEqualTo(Decision.End.refused("account harbor is not known"));
    }

    @Test
    void aPlatformWithoutConnectorIsRefused() {
        assertThat(decide(SIMPLE, with(new Destination("myspace", Optional.empty(), ZoneOffset.UTC))))
                .isEqualTo(Decision.End.refused(
                        "no connector for the platform 'myspace' of account harbor is set up here"));
    }

    @Test
    void whatAnotherPolicyClearedIsJudgedAgain() {
        assertThat(decide(SIMPLE, under("policy@2")))
                .isEqualTo(Decision.End.rechecked("cleared under policy policy@1, and now policy policy@2 holds"));
        assertThat(ended(SIMPLE, under(""))).isEqualTo(Stage.RECHECKED);
    }

    @Test
    void aPolicyThatReachesTheGateALittleLaterThanTheAnalyzerIsWaitedFor() {
        assertThat(gate.decide(
                        SIMPLE,
                        under("policy@0"),
                        PostLedger.EMPTY,
                        SIMPLE.releasedAt().plusMillis(1999)))
                .isInstanceOf(Decision.Wait.class);
    }

    @Test
    void whatWasJudgedAgainAndReleasedUnderThePolicyThatHoldsGoesOut() {
        Delivery sentBack = delivery(1, new Status.Stopped(Stage.RECHECKED, "another policy", "gate"));

        assertThat(gate.decide(SIMPLE, open(), ledger(1, sentBack), NOW)).isInstanceOf(Decision.Publish.class);
    }

    @Test
    void twoWhoNeverAgreeEndWithAPerson() {
        Delivery often = delivery(1, new Status.Stopped(Stage.RECHECKED, "another policy", "gate"));
        for (int round = 1; round < ReleaseGate.MOST_ROUNDS; round++) {
            often = often.judgedAgain(often.terms(), often.status(), NOW);
        }

        assertThat(gate.decide(SIMPLE, under("policy@2"), ledger(1, often), NOW))
                .isInstanceOfSatisfying(
                        Decision.End.class,
                        end -> assertThat(end.status().stage()).isEqualTo(Stage.REJECTED));
    }

    @Test
    void whatRestsOnARevokedAuthorizationIsCancelledLongBeforeItsSlot() {
        Consent revoked = new Consent(Set.of("outbox"), Optional.empty(), true, NOW);

        assertThat(decide(authorized(Optional.of(NOW.plusSeconds(999))), consent(revoked)))
                .isEqualTo(Decision.End.cancelled("authorization A-1 was revoked"));
    }

    @Test
    void whatExpiredSinceItWasReleasedIsJudgedAgainAndWhatHadExpiredIsRefused() {
        Consent yesterday =
                new Consent(Set.of("outbox"), Optional.of(LocalDate.parse("2026-11-21")), false, Instant.EPOCH);
        Instant tomorrow = NOW.plusSeconds(86_400);
        Consent today = new Consent(Set.of("outbox"), Optional.of(LocalDate.parse("2026-11-22")), false, Instant.EPOCH);

        assertThat(ended(authorized(Optional.empty()), consent(yesterday))).isEqualTo(Stage.REJECTED);
        assertThat(decide(authorized(Optional.empty()), consent(today))).isInstanceOf(Decision.Publish.class);
        assertThat(gate.decide(authorized(Optional.empty()), consent(today), PostLedger.EMPTY, tomorrow))
                .isEqualTo(Decision.End.rechecked("authorization A-1 has expired"));
    }

    @Test
    void theLastDayEndsWhereTheAccountIs() {
        Consent today = new Consent(Set.of("outbox"), Optional.of(LocalDate.parse("2026-11-22")), false, Instant.EPOCH);
        Instant earlyInLondon = Instant.parse("2026-11-23T03:00:00Z");
        Destination pacific = new Destination("outbox", Optional.empty(), ZoneId.of("America/Los_Angeles"));
        Circumstances west =
                new Circumstances(Optional.of(pacific), Optional.empty(), "policy@1", Map.of("A-1", today), Map.of());

        assertThat(gate.decide(authorized(Optional.empty()), west, PostLedger.EMPTY, earlyInLondon))
                .isInstanceOf(Decision.Publish.class);
    }

    @Test
    void anAuthorizationThatWasNarrowedAfterTheReleaseIsJudgedAgain() {
        Consent narrowed = new Consent(Set.of("facebook"), Optional.empty(), false, NOW);
        Consent asApproved = new Consent(Set.of("facebook"), Optional.empty(), false, Instant.EPOCH);

        assertThat(ended(authorized(Optional.empty()), consent(narrowed))).isEqualTo(Stage.RECHECKED);
        assertThat(decide(authorized(Optional.empty()), consent(asApproved))).isInstanceOf(Decision.Publish.class);
    }

    @Test
    void anAuthorizationThatIsNotOnFileIsRefused() {
        assertThat(ended(authorized(Optional.empty()), open())).isEqualTo(Stage.REJECTED);
        assertThat(decide(authorized(Optional.empty()), consent(HOLDS))).isInstanceOf(Decision.Publish.class);
    }

    @Test
    void aBlockedPictureIsRefused() {
        Circumstances blocked = new Circumstances(
                Optional.of(OUTBOX), Optional.empty(), "policy@1", Map.of(), Map.of("beef", "revoked"));
        Clearance shows = new Clearance(
                id(1),
                new Clearance.Hashes("h", "h", "h"),
                "policy@1",
                List.of(),
                List.of("beef"),
                Optional.empty(),
                Optional.empty(),
                NOW.minusSeconds(60));

        assertThat(ended(shows, blocked)).isEqualTo(Stage.REJECTED);
        assertThat(decide(shows, open())).isInstanceOf(Decision.Publish.class);
    }

    private Decision decide(Clearance release, Circumstances known) {
        return gate.decide(release, known, PostLedger.EMPTY, NOW);
    }

    private Stage ended(Clearance release, Circumstances known) {
        return ((Decision.End) decide(release, known)).status().stage();
    }

    private static Circumstances open() {
        return with(OUTBOX);
    }

    private static Circumstances with(Destination account) {
        return new Circumstances(Optional.of(account), Optional.empty(), "policy@1", Map.of(), Map.of());
    }

    private static Circumstances under(String policy) {
        return new Circumstances(Optional.of(OUTBOX), Optional.empty(), policy, Map.of(), Map.of());
    }

    private static Circumstances consent(Consent consent) {
        return new Circumstances(Optional.of(OUTBOX), Optional.empty(), "policy@1", Map.of("A-1", consent), Map.of());
    }

    private static DeliveryId id(int revision) {
        return new DeliveryId("post", revision, "harbor");
    }

    private static Clearance release(int revision, String hash) {
        return release(revision, new Clearance.Hashes(hash, hash, hash));
    }

    private static Clearance release(int revision, Clearance.Hashes hashes) {
        return new Clearance(
                id(revision),
                hashes,
                "policy@1",
                List.of(),
                List.of(),
                Optional.empty(),
                Optional.empty(),
                NOW.minusSeconds(60));
    }

    private static Clearance timed(Optional<Instant> scheduledAt, Optional<Instant> expiresAt) {
        return new Clearance(
                id(1),
                new Clearance.Hashes("h", "h", "h"),
                "policy@1",
                List.of(),
                List.of(),
                scheduledAt,
                expiresAt,
                NOW.minusSeconds(60));
    }

    private static Clearance authorized(Optional<Instant> scheduledAt) {
        return new Clearance(
                id(1),
                new Clearance.Hashes("h", "h", "h"),
                "policy@1",
                List.of("A-1"),
                List.of(),
                scheduledAt,
                Optional.empty(),
                NOW.minusSeconds(60));
    }

    private static Delivery delivery(int revision, Status status) {
        Terms terms = new Terms("h", "policy@1", "outbox", "key", Optional.empty());
        return Delivery.opened(id(revision), terms, status, NOW);
    }

    private static PostLedger ledger(int newestDraft, Delivery... deliveries) {
        return new PostLedger(List.of(deliveries), newestDraft);
    }
}
