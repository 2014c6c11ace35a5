package org.imprimatur.analyzer.adapters;

import static org.assertj.core.api.Assertions.assertThat;
import static org.imprimatur.analyzer.policy.Examples.draft;
import static org.imprimatur.analyzer.policy.Examples.facts;
import static org.imprimatur.analyzer.policy.Examples.finding;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.imprimatur.analyzer.draft.Authorization;
import org.imprimatur.analyzer.draft.FindingKind;
import org.imprimatur.analyzer.policy.AttachedAuthorization;
import org.imprimatur.analyzer.policy.Facts;
import org.imprimatur.analyzer.policy.Policy;
import org.imprimatur.analyzer.policy.Reason;
import org.imprimatur.analyzer.policy.Ruling;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class HealthcareUsTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 10, 1);

    private final Policy policy = Policies.healthcareUs();

    @ParameterizedTest
    @EnumSource(FindingKind.class)
    void everyKindOfFindingIsAnsweredAndOnlyFactsAloneDoNotHold(FindingKind kind) {
        List<Ruling> rulings = policy.apply(facts(finding(kind, 0.9)));

        assertThat(rulings).isNotEmpty();
        assertThat(rulings.stream().anyMatch(Ruling::holds)).isEqualTo(kind.group() != FindingKind.Group.FACT);
    }

    @Test
    void aDraftInWhichNothingWasSeenIsNotMentionedByAnyRule() {
        assertThat(policy.apply(facts())).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "PATIENT_NAME, PATIENT_IDENTIFIER",
        "FAMILY_NAME, FAMILY_IDENTIFIER",
        "COWORKER_NAME, COWORKER",
        "UNKNOWN_NAME, UNKNOWN_PERSON_NAMED",
        "SSN, PATIENT_IDENTIFIER",
        "LANGUAGE, UNSUPPORTED_LANGUAGE",
        "UNREADABLE, ENGINE_FAILURE"
    })
    void identifiersAreHeldForTheReasonThatReviewersKnow(FindingKind kind, Reason reason) {
        assertThat(holding(facts(finding(kind, 0.9)))).containsExactly(reason);
    }

    @ParameterizedTest
    @EnumSource(
            value = FindingKind.class,
            names = {
                "REIDENTIFIABLE_COMBINATION",
                "REPLY_CONFIRMS_PATIENT",
                "TESTIMONIAL_WITHOUT_AUTHORIZATION",
                "PROTOCOL_CONTRADICTION",
                "MISINFORMATION",
                "UNSUBSTANTIATED_CLAIM",
                "UNPROFESSIONAL",
                "INDIVIDUAL_ADVICE",
                "CONFIDENTIAL_INTERNAL",
                "FAMILY_IDENTIFIER",
                "COWORKER"
            })
    void whatADraftDoesIsHeldForTheReasonOfTheSameName(FindingKind kind) {
        assertThat(holding(facts(finding(kind, 0.9)))).containsExactly(Reason.valueOf(kind.name()));
    }

    @Test
    void anAttachedAuthorizationThatNobodyRegisteredHolds() {
        assertThat(holding(attached(AttachedAuthorization.unknown("A-9"))))
                .containsExactly(Reason.TESTIMONIAL_WITHOUT_AUTHORIZATION);
    }

    @Test
    void anExpiredAuthorizationHolds() {
        assertThat(holding(attached(authorization("facebook", TODAY.minusDays(1)))))
                .containsExactly(Reason.TESTIMONIAL_WITHOUT_AUTHORIZATION);
    }

    @Test
    void anAuthorizationForAnotherPlatformHolds() {
        assertThat(holding(attached(authorization("instagram", TODAY))))
                .containsExactly(Reason.TESTIMONIAL_WITHOUT_AUTHORIZATION);
    }

    @Test
    void anAuthorizationInForceOnItsLastDayForThisPlatformDoesNotHold() {
        assertThat(holding(attached(authorization("facebook", TODAY)))).isEmpty();
    }

    @Test
    void everyRuleSaysWhatToDo() {
        assertThat(policy.rules()).filteredOn(rule -> rule.action().holds()).allSatisfy(rule -> {
            assertThat(rule.suggestion()).isPresent();
            assertThat(rule.citation()).isNotBlank();
        });
    }

    private List<Reason> holding(Facts facts) {
        return policy.apply(facts).stream()
                .filter(Ruling::holds)
                .map(Ruling::reason)
                .toList();
    }

    private static Facts attached(AttachedAuthorization authorization) {
        return facts(draft("A story."), List.of(authorization));
    }

    private static AttachedAuthorization authorization(String platform, LocalDate expires) {
        return AttachedAuthorization.found(
                new Authorization("A-1", "Example Person", "", Set.of(platform), Optional.of(expires), false, ""),
                TODAY);
    }
}
