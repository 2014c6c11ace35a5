package org.imprimatur.ingest.progress;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class ProgressTest {
    private static final Instant NOON = Instant.parse("2026-10-01T12:00:00Z");
    private static final Reason REASON = new Reason(
            "r-1", "A phone", "PATIENT_IDENTIFIER", "Remove the number.", "45 CFR 164.514", Optional.empty());

    @Test
    void whatNobodyHasJudgedIsInScreening() {
        assertThat(state(1, List.of(), List.of(), List.of())).isEqualTo(State.SCREENING);
    }

    @Test
    void aVerdictHoldsOrClearsItsOwnRevisionOnly() {
        assertThat(state(1, List.of(held(1)), List.of(), List.of())).isEqualTo(State.HELD);
        assertThat(state(1, List.of(cleared(1)), List.of(), List.of())).isEqualTo(State.CLEARED);
        assertThat(state(2, List.of(cleared(1)), List.of(), List.of())).isEqualTo(State.SCREENING);
    }

    @Test
    void aHeldPostSaysWhyAndHowManyMustApprove() {
        Progress progress = Progress.of(1, List.of(held(1)), List.of(), List.of());

        assertThat(progress.reasons()).containsExactly(REASON);
        assertThat(progress.approvalsNeeded()).isEqualTo(2);
    }

    @Test
    void theStepWithTheHighestNumberCountsWhateverCameFirst() {
        ReviewStep opened = step(1, 1, State.HELD, "");
        ReviewStep claimed = step(1, 2, State.CLAIMED, "");
        ReviewStep asked = step(1, 3, State.CHANGES_ASKED, "Leave out the town.");

        Progress progress = Progress.of(1, List.of(held(1)), List.of(asked, opened, claimed), List.of());

        assertThat(progress.state()).isEqualTo(State.CHANGES_ASKED);
        assertThat(progress.note()).contains("Leave out the town.");
    }

    @Test
    void stepsThatChangeNothingForTheAuthorArePassedOver() {
        ReviewStep refused = new ReviewStep(1, 9, Optional.empty(), Optional.of("Somebody else has it."), NOON);

        Progress progress =
                Progress.of(1, List.of(held(1)), List.of(step(1, 2, State.CLAIMED, ""), refused), List.of());

        assertThat(progress.state()).isEqualTo(State.CLAIMED);
        assertThat(progress.note()).isEmpty();
    }

    @Test
    void aNewRevisionStartsOverAndLeavesTheNoteBehind() {
        Progress progress = Progress.of(
                2, List.of(held(1)), List.of(step(1, 3, State.CHANGES_ASKED, "Leave out the town.")), List.of());

        assertThat(progress.state()).isEqualTo(State.SCREENING);
        assertThat(progress.note()).isEmpty();
    }

    @Test
    void whatThePublisherSaysComesAfterWhatReviewersSaid() {
        List<ReviewStep> approved = List.of(step(1, 3, State.APPROVED, ""));

        assertThat(state(1, List.of(held(1)), approved, List.of())).isEqualTo(State.APPROVED);
        assertThat(state(1, List.of(held(1)), approved, List.of(publication(1, State.PUBLISHED, NOON.minusSeconds(9)))))
                .isEqualTo(State.PUBLISHED);
    }

    @Test
    void whatWasScheduledAndWentBackToAReviewerIsHeld() {
        ReviewStep reopened = step(1, 4, State.HELD, "");

        assertThat(state(1, List.of(held(1)), List.of(reopened), List.of(publication(1, State.SCHEDULED, NOON))))
                .isEqualTo(State.SCHEDULED);
        assertThat(state(
                        1,
                        List.of(held(1)),
                        List.of(reopened),
                        List.of(publication(1, State.SCHEDULED, NOON.minusSeconds(1)))))
                .isEqualTo(State.HELD);
    }

    @Test
    void aPublicationOfAnEarlierRevisionStaysVisible() {
        Publication first = publication(1, State.PUBLISHED, NOON);

        Progress progress = Progress.of(2, List.of(cleared(2)), List.of(), List.of(first));

        assertThat(progress.state()).isEqualTo(State.CLEARED);
        assertThat(progress.publications()).containsExactly(first);
    }

    @Test
    void everyStateIsFoundAgainByItsWord() {
        assertThat(Arrays.asList(State.values()))
                .allSatisfy(state -> assertThat(State.parse(state.word())).contains(state));
        assertThat(State.parse("HELD")).isEmpty();
    }

    private static State state(
            int newest, List<Screening> screenings, List<ReviewStep> steps, List<Publication> publications) {
        return Progress.of(newest, screenings, steps, publications).state();
    }

    private static Screening held(int revision) {
        return new Screening(revision, true, List.of(REASON), 2);
    }

    private static Screening cleared(int revision) {
        return new Screening(revision, false, List.of(), 0);
    }

    private static ReviewStep step(int revision, long sequence, State leadsTo, String note) {
        return new ReviewStep(
                revision, sequence, Optional.of(leadsTo), Optional.of(note).filter(text -> !text.isEmpty()), NOON);
    }

    private static Publication publication(int revision, State state, Instant at) {
        return new Publication(revision, "main", state, Optional.empty(), Optional.empty(), Optional.empty(), at);
    }
}
