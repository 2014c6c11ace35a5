package org.imprimatur.analyzer.detect;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.imprimatur.analyzer.draft.Draft;
import org.imprimatur.analyzer.draft.DraftKind;
import org.imprimatur.analyzer.organization.Claim;
import org.imprimatur.analyzer.organization.Contacts;
import org.imprimatur.analyzer.organization.Organization;
import org.imprimatur.analyzer.organization.Protocol;
import org.junit.jupiter.api.Test;

class CounterpartTest {

    private static final KnownOrganization CLINIC = KnownOrganization.of(new Organization(
            "Quillmere Clinic",
            "",
            "",
            "",
            "",
            "",
            List.of(),
            Optional.empty(),
            List.of(),
            List.of(),
            Contacts.NONE,
            Contacts.NONE,
            List.of(),
            List.of(new Claim("Median door-to-needle time for stroke was 41 minutes in 2025", "")),
            List.of(),
            List.of(
                    new Protocol("P-1", "First aid for a burn is cool running water for 20 minutes."),
                    new Protocol("P-2", "Visiting is from 9 a.m. to 8 p.m., two visitors at a time."))));

    @Test
    void aPostIsReadAgainstTheProtocolOnItsMatter() {
        assertThat(context("Burned yourself? Cool it with ice for 2 minutes, then butter.", Optional.empty()))
                .startsWith("First", "aid", "for", "a", "burn");
        assertThat(context("Four visitors at a time, visiting all night!", Optional.empty()))
                .startsWith("Visiting");
    }

    @Test
    void aPostIsReadAgainstTheApprovedClaimOnItsMatter() {
        assertThat(context("Our stroke team needs 9 minutes from door to needle.", Optional.empty()))
                .contains("Median", "needle");
    }

    @Test
    void aReplyIsReadAgainstWhatItAnswersAtMostTwentyFourWords() {
        assertThat(context("Thank you!", Optional.of("Great care last week."))).contains("care", "week");
        assertThat(context("Thank you!", Optional.of("word ".repeat(90)))).hasSize(24);
    }

    @Test
    void onAnotherMatterThereIsNothing() {
        assertThat(context("Happy Thanksgiving from all of us.", Optional.empty()))
                .isEmpty();
    }

    private static List<String> context(String text, Optional<String> answered) {
        DraftKind kind = answered.isPresent() ? DraftKind.REPLY : DraftKind.POST;
        Draft draft = new Draft("p", 1, "", kind, answered, text, Map.of(), List.of(), List.of(), "");
        return Counterpart.of(Screening.of(draft, CLINIC, LocalDate.of(2026, 10, 1)));
    }
}
