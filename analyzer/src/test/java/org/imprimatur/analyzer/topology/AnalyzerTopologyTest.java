package org.imprimatur.analyzer.topology;

import static org.assertj.core.api.Assertions.assertThat;
import static org.imprimatur.analyzer.policy.Examples.finding;
import static org.imprimatur.analyzer.topology.Pipeline.account;
import static org.imprimatur.analyzer.topology.Pipeline.draft;
import static org.imprimatur.analyzer.topology.Pipeline.sealed;
import static org.imprimatur.analyzer.topology.Pipeline.unsealed;

import java.time.LocalDate;
import java.util.List;
import java.util.function.Function;
import org.imprimatur.analyzer.detect.Detector;
import org.imprimatur.analyzer.detect.Screening;
import org.imprimatur.analyzer.draft.Finding;
import org.imprimatur.analyzer.draft.FindingKind;
import org.imprimatur.analyzer.draft.Span;
import org.imprimatur.schemas.Topics;
import org.imprimatur.schemas.avro.Authorization;
import org.imprimatur.schemas.avro.ClearedByPolicy;
import org.imprimatur.schemas.avro.Draft;
import org.imprimatur.schemas.avro.FiredRule;
import org.imprimatur.schemas.avro.Held;
import org.imprimatur.schemas.avro.Media;
import org.imprimatur.schemas.avro.Release;
import org.imprimatur.schemas.avro.Route;
import org.imprimatur.schemas.avro.Verdict;
import org.junit.jupiter.api.Test;

class AnalyzerTopologyTest {

    private static final Detector SEES_555 = detector(screening -> {
        int at = screening.draft().text().indexOf("555");
        return at < 0 ? List.of() : List.of(finding(FindingKind.PHONE, 0.9, new Span(at, at + 3)));
    });

    @Test
    void aCleanDraftIsReleasedAsItIsWithTheVersionsThatClearedIt() {
        try (Pipeline pipeline = Pipeline.ready(SEES_555)) {
            Draft draft = draft("Flu shots on Saturday.");
            pipeline.submit(draft);

            Release release = only(pipeline.cleared());
            assertThat(release.getDraft()).isEqualTo(draft);
            assertThat(release.getContentHash()).isEqualTo(draft.getContentHash());
            assertThat(release.getClearance())
                    .isInstanceOfSatisfying(
                            ClearedByPolicy.class,
                            clearance ->
                                    assertThat(clearance.getPolicyVersion()).startsWith("healthcare-us@"));
            assertThat(pipeline.held()).isEmpty();
        }
    }

    @Test
    void aRiskyDraftIsHeldWithWhatWasSeenAndWhichRuleHoldsIt() {
        try (Pipeline pipeline = Pipeline.ready(SEES_555)) {
            pipeline.submit(draft("Call 555"));

            Held held = only(pipeline.held());
            FiredRule rule = only(held.getVerdict().getRules());
            assertThat(rule.getReason()).isEqualTo("PATIENT_IDENTIFIER");
            assertThat(rule.getFindings()).containsExactly(0);
            assertThat(held.getVerdict().getFindings().get(0).getSpans())
                    .containsExactly(new org.imprimatur.schemas.avro.Span(5, 8));
            assertThat(held.getVerdict().getApprovalsNeeded()).isEqualTo(1);
            assertThat(pipeline.cleared()).isEmpty();
        }
    }

    @Test
    void everyJudgedDraftLeavesOneVerdictWithItsCost() {
        try (Pipeline pipeline = Pipeline.ready(SEES_555)) {
            pipeline.submit(draft("Flu shots on Saturday."));

            Verdict verdict = only(pipeline.verdicts());
            assertThat(verdict.getRoute()).isEqualTo(Route.CLEARED);
            assertThat(verdict.getCostMicros()).isEqualTo(5);
        }
    }

    @Test
    void aRecheckOfTheSameRevisionIsJudgedTheSame() {
        try (Pipeline pipeline = Pipeline.ready(SEES_555)) {
            pipeline.submit(draft("Call 555"));
            pipeline.submit(draft("Call 555"));

            List<Verdict> verdicts = pipeline.verdicts();
            assertThat(verdicts).hasSize(2);
            assertThat(verdicts.get(1).getRules()).isEqualTo(verdicts.get(0).getRules());
            assertThat(verdicts.get(1).getFindings()).isEqualTo(verdicts.get(0).getFindings());
        }
    }

    @Test
    void aRecheckIsJudgedByWhatIsKnownByThen() {
        try (Pipeline pipeline = Pipeline.ready(SEES_555)) {
            pipeline.submit(draft("Flu shots."));
            pipeline.register(account("crisis"));
            pipeline.submit(draft("Flu shots."));

            assertThat(pipeline.verdicts()).extracting(Verdict::getRoute).containsExactly(Route.CLEARED, Route.HELD);
        }
    }

    @Test
    void aDetectorThatThrowsHolds() {
        Detector broken = detector(screening -> {
            throw new IllegalStateException("bug");
        });
        try (Pipeline pipeline = Pipeline.ready(broken)) {
            pipeline.submit(draft("Flu shots."));

            assertThat(reasons(pipeline)).containsExactly("ENGINE_FAILURE");
        }
    }

    @Test
    void withoutPolicyOrganizationAndAccountEverythingIsHeld() {
        try (Pipeline pipeline = new Pipeline(SEES_555)) {
            pipeline.submit(draft("Flu shots."));

            assertThat(reasons(pipeline))
                    .containsExactlyInAnyOrder("MISSING_POLICY", "MISSING_ORGANIZATION", "UNKNOWN_ACCOUNT");
        }
    }

    @Test
    void aRegisterThatCannotBeDecodedCountsAsMissing() {
        try (Pipeline pipeline = Pipeline.ready(SEES_555)) {
            pipeline.sendBytes(Topics.POLICIES, Topics.ACTIVE_POLICY, new byte[] {1, 2, 3});
            pipeline.submit(draft("Flu shots."));

            assertThat(reasons(pipeline)).containsExactly("MISSING_POLICY");
        }
    }

    @Test
    void aFrozenAccountHolds() {
        try (Pipeline pipeline = Pipeline.ready(SEES_555)) {
            pipeline.register(account("crisis"));
            pipeline.submit(draft("Flu shots."));

            assertThat(reasons(pipeline)).containsExactly("FROZEN_ACCOUNT");
        }
    }

    @Test
    void aHashThatIsNotThatOfTheContentHolds() {
        try (Pipeline pipeline = Pipeline.ready(SEES_555)) {
            Draft other = draft("Other words.");
            pipeline.submit(unsealed("Flu shots.")
                    .setContentHash(other.getContentHash())
                    .build());

            assertThat(reasons(pipeline)).containsExactly("CONTENT_HASH_MISMATCH");
        }
    }

    @Test
    void aDraftUnderTheKeyOfAnotherPostIsHeld() {
        try (Pipeline pipeline = Pipeline.ready(SEES_555)) {
            pipeline.send(Topics.DRAFTS, "p-2", draft("Flu shots."));

            assertThat(reasons(pipeline)).containsExactly("CONTENT_HASH_MISMATCH");
        }
    }

    @Test
    void aPictureHolds() {
        try (Pipeline pipeline = Pipeline.ready(SEES_555)) {
            pipeline.submit(sealed(
                    unsealed("Look.").setMedia(List.of(new Media("0".repeat(64), "image/jpeg", "Our garden")))));

            assertThat(reasons(pipeline)).containsExactly("PICTURE_NOT_ANALYSED");
        }
    }

    @Test
    void anAuthorizationCountsFromItsRegistrationToItsLastDay() {
        try (Pipeline pipeline = Pipeline.ready(SEES_555)) {
            Draft story = sealed(unsealed("A story.").setAuthorizations(List.of("A-1")));
            pipeline.submit(story);
            pipeline.send(Topics.AUTHORIZATIONS, "A-1", authorization(LocalDate.of(2999, 12, 31)));
            pipeline.submit(story);
            pipeline.send(Topics.AUTHORIZATIONS, "A-1", authorization(LocalDate.of(2020, 1, 1)));
            pipeline.submit(story);

            assertThat(pipeline.verdicts())
                    .extracting(Verdict::getRoute)
                    .containsExactly(Route.HELD, Route.CLEARED, Route.HELD);
        }
    }

    @Test
    void aDraftThatTheEngineRefusesIsHeldAndTheNextOneGoesOn() {
        try (Pipeline pipeline = Pipeline.ready(SEES_555)) {
            pipeline.submit(sealed(unsealed("Flu shots.").setRevision(0)));
            pipeline.submit(draft("Flu shots."));

            assertThat(reasons(pipeline)).containsExactly("ENGINE_FAILURE");
            assertThat(pipeline.cleared()).hasSize(1);
        }
    }

    @Test
    void anUndecodableDraftGoesToTheDeadLettersAndTheNextOneGoesOn() {
        try (Pipeline pipeline = Pipeline.ready(SEES_555)) {
            pipeline.sendBytes(Topics.DRAFTS, "p-0", new byte[] {9, 9, 9});
            pipeline.submit(draft("Flu shots."));

            assertThat(pipeline.deadLetters()).containsExactly(new byte[] {9, 9, 9});
            assertThat(pipeline.cleared()).hasSize(1);
        }
    }

    private static List<String> reasons(Pipeline pipeline) {
        return only(pipeline.held()).getVerdict().getRules().stream()
                .map(FiredRule::getReason)
                .toList();
    }

    private static <T> T only(List<T> values) {
        assertThat(values).hasSize(1);
        return values.get(0);
    }

    private static Authorization authorization(LocalDate expires) {
        return Authorization.newBuilder()
                .setAuthorizationId("A-1")
                .setPersonName("Example Person")
                .setScope("A story")
                .setPlatforms(List.of("outbox"))
                .setExpires(expires)
                .build();
    }

    private static Detector detector(Function<Screening, List<Finding>> look) {
        return new Detector() {
            @Override
            public String id() {
                return "example";
            }

            @Override
            public List<Finding> detect(Screening screening) {
                return look.apply(screening);
            }
        };
    }
}
