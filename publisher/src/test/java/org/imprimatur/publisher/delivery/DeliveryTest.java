package org.imprimatur.publisher.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class DeliveryTest {
    private static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");
    private static final DeliveryId ID = new DeliveryId("7f0c", 2, "harbor-outbox");
    private static final Terms TERMS = new Terms("hash", "policy@1", "outbox", "key", Optional.of(NOW));
    private static final Receipt RECEIPT = new Receipt("at://1", Optional.of("https://example.org/1"));
    private static final Set<Capability> HARMLESS = Set.of(Capability.REPEATS_ARE_HARMLESS);

    private final Delivery prepared = Delivery.opened(ID, TERMS, new Status.Prepared(), NOW);
    private final Delivery armed = moved(prepared.arm("request", NOW));

    @Test
    void armingCountsTheCallAndKeepsTheKey() {
        assertThat(armed.attempt()).isEqualTo(1);
        assertThat(armed.terms()).isEqualTo(TERMS);
        assertThat(armed.requestHash()).contains("request");
        assertThat(armed.status()).isEqualTo(new Status.Armed());
    }

    @Test
    void anArmedDeliveryCannotBeArmedAgain() {
        assertThat(armed.arm("request", NOW))
                .isEqualTo(
                        new Transition.Refused("delivery 7f0c/r2/harbor-outbox is armed, and its answer is awaited"));
    }

    @Test
    void nothingIsConcludedBeforeACallWasMade() {
        assertThat(prepared.conclude(new Outcome.Ok(RECEIPT), HARMLESS, NOW)).isInstanceOf(Transition.Refused.class);
    }

    @Test
    void aLiveAnswerPublishes() {
        Delivery live = moved(armed.conclude(new Outcome.Ok(RECEIPT), Set.of(), NOW));

        assertThat(live.status()).isEqualTo(new Status.Published(RECEIPT));
    }

    @Test
    void whatIsPublishedIsNeverArmedAgain() {
        Delivery live = moved(armed.conclude(new Outcome.Ok(RECEIPT), HARMLESS, NOW));

        assertThat(live.arm("request", NOW)).isInstanceOf(Transition.Refused.class);
    }

    @Test
    void anUnknownAnswerIsRepeatedOnlyWhereThatIsHarmless() {
        Outcome unknown = new Outcome.Unknown("no answer in time");

        assertThat(moved(armed.conclude(unknown, HARMLESS, NOW)).status())
                .isEqualTo(new Status.Armed(Optional.of(NOW.plusSeconds(1)), Optional.of("no answer in time")));
        assertThat(moved(armed.conclude(unknown, Set.of(Capability.CAN_BE_ASKED), NOW))
                        .status())
                .isEqualTo(new Status.Unconfirmed("no answer in time"));
    }

    @Test
    void whatIsUnconfirmedIsNotArmedWithoutAPerson() {
        Delivery unconfirmed = moved(armed.conclude(new Outcome.Unknown("reset"), Set.of(), NOW));

        assertThat(unconfirmed.arm("request", NOW)).isInstanceOf(Transition.Refused.class);
    }

    @Test
    void aRetryIsNotArmedBeforeItIsDue() {
        Delivery waiting = moved(armed.conclude(new Outcome.NotSent("refused"), Set.of(), NOW));

        assertThat(waiting.arm("request", NOW)).isInstanceOf(Transition.Refused.class);
        assertThat(moved(waiting.arm("request", NOW.plusSeconds(1))).attempt()).isEqualTo(2);
    }

    @Test
    void refusedCredentialsWaitAMinuteAtLeast() {
        assertThat(moved(armed.conclude(new Outcome.Auth("401"), Set.of(), NOW)).status())
                .isEqualTo(new Status.RetryAt(NOW.plusSeconds(60), "401"));
    }

    @Test
    void aPlatformsOwnTimeIsKeptButNotBelievedBeyondADay() {
        Instant year2099 = Instant.parse("2099-01-01T00:00:00Z");

        assertThat(moved(armed.conclude(new Outcome.RateLimited(NOW.plusSeconds(90)), Set.of(), NOW))
                        .status()
                        .due())
                .contains(NOW.plusSeconds(90));
        assertThat(moved(armed.conclude(new Outcome.RateLimited(year2099), Set.of(), NOW))
                        .status()
                        .due())
                .contains(NOW.plus(Duration.ofDays(1)));
        assertThat(moved(armed.conclude(new Outcome.RateLimited(NOW.minusSeconds(9)), Set.of(), NOW))
                        .status()
                        .due())
                .contains(NOW.plusSeconds(1));
    }

    @Test
    void theLastCallEndsItWithAReason() {
        Delivery last =
                new Delivery(ID, TERMS, 1, Retries.MOST_ATTEMPTS, Optional.of("request"), new Status.Armed(), NOW);

        assertThat(moved(last.conclude(new Outcome.NotSent("disk full"), HARMLESS, NOW))
                        .status())
                .isEqualTo(new Status.Rejected("not published after 40 calls: disk full"));
        assertThat(moved(last.conclude(new Outcome.Unknown("reset"), HARMLESS, NOW))
                        .status())
                .isEqualTo(new Status.Unconfirmed("reset"));
    }

    @ParameterizedTest
    @EnumSource(
            value = Stage.class,
            names = {"ARMED", "PUBLISHED", "RETRY_AT", "UNCONFIRMED"})
    void nothingBeginsInTheMiddle(Stage stage) {
        Status status = switch (stage) {
            case ARMED -> new Status.Armed();
            case PUBLISHED -> new Status.Published(RECEIPT);
            case RETRY_AT -> new Status.RetryAt(NOW, "later");
            default -> new Status.Unconfirmed("who knows");
        };

        assertThatIllegalArgumentException()
                .isThrownBy(() -> Delivery.opened(ID, TERMS, status, NOW))
                .withMessageContaining(stage.name());
    }

    @Test
    void aRepeatThatWouldSendSomethingElseIsNotArmed() {
        Delivery again = moved(armed.conclude(new Outcome.Unknown("reset"), HARMLESS, NOW));

        assertThat(again.arm("something else", NOW.plusSeconds(1))).isInstanceOf(Transition.Refused.class);
        assertThat(moved(again.arm("request", NOW.plusSeconds(1))).attempt()).isEqualTo(2);
    }

    @ParameterizedTest
    @EnumSource(Stage.class)
    void onlyWhatMayBeLiveCanBecomePublished(Stage stage) {
        boolean mayBeLive = stage == Stage.ARMED || stage == Stage.UNCONFIRMED;

        assertThat(stage.mayBecome(Stage.PUBLISHED)).isEqualTo(mayBeLive);
    }

    @Test
    void delaysGrowUpToAQuarterOfAnHour() {
        assertThat(Retries.delay(1)).isEqualTo(Duration.ofSeconds(1));
        assertThat(Retries.delay(5)).isEqualTo(Duration.ofSeconds(16));
        assertThat(Retries.delay(11)).isEqualTo(Duration.ofMinutes(15));
        assertThat(Retries.delay(Integer.MAX_VALUE)).isEqualTo(Duration.ofMinutes(15));
    }

    @Test
    void idsThatCouldBeTakenForOthersAreRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> new DeliveryId("a/r1/b", 1, "c"));
        assertThatIllegalArgumentException().isThrownBy(() -> new DeliveryId("a", 0, "c"));
        assertThatIllegalArgumentException().isThrownBy(() -> new DeliveryId("a", 1, "c\n"));
        assertThatIllegalArgumentException().isThrownBy(() -> new DeliveryId(" ", 1, "c"));
    }

    private static Delivery moved(Transition transition) {
        return transition.delivery().orElseThrow(() -> new AssertionError(transition));
    }
}
