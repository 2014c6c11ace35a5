package org.imprimatur.analyzer.judge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.imprimatur.analyzer.policy.Examples.draft;
import static org.imprimatur.analyzer.policy.Examples.finding;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.imprimatur.analyzer.adapters.Policies;
import org.imprimatur.analyzer.detect.Detector;
import org.imprimatur.analyzer.detect.KnownOrganization;
import org.imprimatur.analyzer.detect.Screening;
import org.imprimatur.analyzer.draft.Draft;
import org.imprimatur.analyzer.draft.DraftKind;
import org.imprimatur.analyzer.draft.Finding;
import org.imprimatur.analyzer.draft.FindingKind;
import org.imprimatur.analyzer.draft.Medium;
import org.imprimatur.analyzer.draft.Span;
import org.imprimatur.analyzer.organization.Organization;
import org.imprimatur.analyzer.policy.Account;
import org.imprimatur.analyzer.policy.Policy;
import org.imprimatur.analyzer.policy.Reason;
import org.junit.jupiter.api.Test;

class JudgeTest {

    private static final Policy POLICY = Policies.healthcareUs();
    private static final Optional<KnownOrganization> ORGANIZATION =
            Optional.of(KnownOrganization.of(Organization.empty("Example Health")));
    private static final Optional<Account> ACCOUNT = Optional.of(account(Optional.empty()));
    private static final LocalDate TODAY = LocalDate.of(2026, 10, 1);
    private static final World WORLD =
            new World(Optional.of(POLICY), ORGANIZATION, ACCOUNT, List.of(), "sealed", TODAY);

    @Test
    void aDraftInWhichNothingIsSeenIsCleared() {
        Judgement judgement = judge(seeing()).judge(draft("Flu shots on Saturday."), WORLD);

        assertThat(judgement.route()).isEqualTo(Route.CLEARED);
        assertThat(judgement.approvalsNeeded()).isZero();
        assertThat(judgement.policyVersion()).isEqualTo(POLICY.label());
    }

    @Test
    void aDraftIsHeldForAsManyPeopleAsTheStrictestRuleAsks() {
        Judgement judgement = judge(seeing(finding(FindingKind.PHONE, 0.9), finding(FindingKind.SSN, 0.9)))
                .judge(draft("Call 555."), WORLD);

        assertThat(judgement.route()).isEqualTo(Route.HELD);
        assertThat(judgement.approvalsNeeded()).isEqualTo(2);
    }

    @Test
    void aFactAloneIsNotedAndGoesOut() {
        Judgement judgement = judge(seeing(finding(FindingKind.CONDITION, 0.9))).judge(draft("About asthma."), WORLD);

        assertThat(judgement.rulings()).isNotEmpty();
        assertThat(judgement.route()).isEqualTo(Route.CLEARED);
    }

    @Test
    void aDetectorThatThrowsHoldsAndTheOthersStillLook() {
        Detector broken = detector(screening -> {
            throw new IllegalStateException("bug");
        });
        Judge judge = judge(broken, seeing(finding(FindingKind.PHONE, 0.9)));

        Judgement judgement = judge.judge(draft("Call 555."), WORLD);

        assertThat(judgement.reasons()).containsExactlyInAnyOrder(Reason.PATIENT_IDENTIFIER, Reason.ENGINE_FAILURE);
        assertThat(judgement.failed()).containsExactly("example");
    }

    @Test
    void aDetectorThatOverflowsTheStackHolds() {
        Detector endless = detector(screening -> {
            throw new StackOverflowError();
        });

        assertThat(judge(endless).judge(draft("Flu shots."), WORLD).reasons()).containsExactly(Reason.ENGINE_FAILURE);
    }

    @Test
    void aDetectorThatIsGivenUpHolds() {
        Judge judge = new Judge(List.of(seeing()), new GivesUp());

        assertThat(judge.judge(draft("Flu shots."), WORLD).reasons()).containsExactly(Reason.ENGINE_FAILURE);
    }

    @Test
    void aDetectorThatPointsOutsideTheTextHolds() {
        Judge judge = judge(seeing(finding(FindingKind.AGE, 0.9, new Span(2, 9))));

        assertThat(judge.judge(draft("Short"), WORLD).reasons()).containsExactly(Reason.ENGINE_FAILURE);
    }

    @Test
    void offsetsCountCodePointsSoAnEmojiIsOne() {
        Judge judge = judge(seeing(finding(FindingKind.AGE, 0.9, new Span(1, 2))));

        assertThat(judge.judge(draft("💐💐"), WORLD).route()).isEqualTo(Route.CLEARED);
        assertThat(judge.judge(draft("💐"), WORLD).route()).isEqualTo(Route.HELD);
    }

    @Test
    void moreFindingsThanAnybodyReadsAreCutAndHeld() {
        List<Finding> many = Collections.nCopies(2 * Examination.MOST_FINDINGS, finding(FindingKind.AGE, 0.9));

        Judgement judgement = judge(detector(screening -> many)).judge(draft("Old."), WORLD);

        assertThat(judgement.reasons()).containsExactly(Reason.ENGINE_FAILURE);
        assertThat(judgement.findings()).hasSize(Examination.MOST_FINDINGS + 1);
    }

    @Test
    void withoutAPolicyNothingIsCleared() {
        World world = new World(Optional.empty(), ORGANIZATION, ACCOUNT, List.of(), "sealed", TODAY);

        Judgement judgement = judge(seeing()).judge(draft("Flu shots."), world);

        assertThat(judgement.reasons()).containsExactly(Reason.MISSING_POLICY);
        assertThat(judgement.policyVersion()).isEmpty();
    }

    @Test
    void everythingThatIsMissingOrWrongIsNamed() {
        World world = new World(Optional.empty(), Optional.empty(), Optional.empty(), List.of(), "other", TODAY);

        assertThat(judge(seeing()).judge(draft("Flu shots."), world).reasons())
                .containsExactlyInAnyOrder(
                        Reason.MISSING_POLICY,
                        Reason.MISSING_ORGANIZATION,
                        Reason.UNKNOWN_ACCOUNT,
                        Reason.CONTENT_HASH_MISMATCH);
    }

    @Test
    void aFrozenAccountHolds() {
        World world = new World(
                Optional.of(POLICY),
                ORGANIZATION,
                Optional.of(account(Optional.of("crisis"))),
                List.of(),
                "sealed",
                TODAY);

        assertThat(judge(seeing()).judge(draft("Flu shots."), world).reasons()).containsExactly(Reason.FROZEN_ACCOUNT);
    }

    @Test
    void aPictureHolds() {
        assertThat(judge(seeing()).judge(withPictures("Our garden"), WORLD).reasons())
                .containsExactly(Reason.PICTURE_NOT_ANALYSED);
    }

    @Test
    void everyPictureIsNamedByTheOneRuleThatHoldsThem() {
        Judgement judgement = judge(seeing()).judge(withPictures("Our garden", "", "Our door"), WORLD);

        assertThat(judgement.findings())
                .extracting(found -> found.picture().orElseThrow())
                .containsExactly(0, 1, 2);
        assertThat(judgement.rulings())
                .singleElement()
                .satisfies(ruling -> assertThat(ruling.findings()).containsExactly(0, 1, 2));
    }

    @Test
    void aFindingInADescriptionNamesItsPictureAndNoPlaceInTheText() {
        Detector reader = detector(screening -> screening.draft().text().contains("555")
                ? List.of(finding(FindingKind.PHONE, 0.9, new Span(0, 3)))
                : List.of());

        Judgement judgement = judge(reader).judge(withPictures("Our garden", "A sign: 555"), WORLD);

        assertThat(judgement.findings())
                .filteredOn(found -> found.kind() == FindingKind.PHONE)
                .singleElement()
                .satisfies(found -> {
                    assertThat(found.picture()).hasValue(1);
                    assertThat(found.spans()).isEmpty();
                });
    }

    @Test
    void variantsAndDescriptionsOfPicturesAreReadToo() {
        Detector reader = detector(screening -> screening.draft().text().contains("555")
                ? List.of(finding(FindingKind.PHONE, 0.9, new Span(0, 3)))
                : List.of());
        Draft variant = draft("Call us.");
        Draft inVariant = new Draft(
                "p-1",
                1,
                "sealed",
                DraftKind.POST,
                Optional.empty(),
                variant.text(),
                Map.of("x", "Call 555"),
                List.of(),
                List.of(),
                "facebook");

        Judgement ofVariant = judge(reader).judge(inVariant, WORLD);
        Judgement ofPicture = judge(reader).judge(withPictures("A sign: 555"), WORLD);

        assertThat(ofVariant.reasons()).containsExactly(Reason.PATIENT_IDENTIFIER);
        assertThat(ofVariant.findings())
                .allSatisfy(found -> assertThat(found.spans()).isEmpty());
        assertThat(ofPicture.reasons()).contains(Reason.PATIENT_IDENTIFIER);
    }

    @Test
    void theSameDraftInTheSameWorldIsJudgedTheSame() {
        Judge judge = judge(seeing(finding(FindingKind.PHONE, 0.9)));

        assertThat(judge.judge(draft("Call 555."), WORLD)).isEqualTo(judge.judge(draft("Call 555."), WORLD));
    }

    private static Judge judge(Detector... detectors) {
        return new Judge(List.of(detectors), Watch.PATIENT);
    }

    private static Account account(Optional<String> frozen) {
        return new Account("a-1", "facebook", "@example", "", ZoneOffset.UTC, frozen);
    }

    private static Draft withPictures(String... altTexts) {
        return new Draft(
                "p-1",
                1,
                "sealed",
                DraftKind.POST,
                Optional.empty(),
                "Look.",
                Map.of(),
                Stream.of(altTexts)
                        .map(altText -> new Medium("image/jpeg", altText))
                        .toList(),
                List.of(),
                "facebook");
    }

    private static Detector seeing(Finding... findings) {
        return detector(screening -> List.of(findings));
    }

    private interface Seeing {
        List<Finding> look(Screening screening);
    }

    private static Detector detector(Seeing seeing) {
        return new Detector() {
            @Override
            public String id() {
                return "example";
            }

            @Override
            public List<Finding> detect(Screening screening) {
                return seeing.look(screening);
            }
        };
    }

    /** A watch whose time is always over. */
    private static final class GivesUp implements Watch {
        @Override
        public <T> Optional<T> within(Supplier<T> work) {
            return Optional.empty();
        }
    }
}
