package org.imprimatur.analyzer.topology;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.imprimatur.analyzer.adapters.Policies;
import org.imprimatur.analyzer.adapters.PolicyFile;
import org.imprimatur.analyzer.adapters.PolicyPublisher;
import org.imprimatur.analyzer.detect.Detector;
import org.imprimatur.analyzer.detect.Detectors;
import org.imprimatur.analyzer.judge.Judge;
import org.imprimatur.analyzer.judge.Route;
import org.imprimatur.analyzer.judge.Watch;
import org.imprimatur.analyzer.policy.PolicyFault;
import org.imprimatur.analyzer.policy.PolicySignature;
import org.imprimatur.schemas.Topics;
import org.imprimatur.schemas.avro.Draft;
import org.imprimatur.schemas.avro.Verdict;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class PolicyWorkshopTest {
    private static final String EVERY_POST = """
            name: house
            version: 2
            rules:
              - id: giftshop
                title: Nobody writes about the gift shop
                reason: UNPROFESSIONAL
                when: draft.text.contains("gift shop")
                action: HOLD
                severity: LOW
                message: Not about the gift shop.
            """;
    private static final String CALL = "Call my cell 406-555-0199, says Mrs. Quimby.";
    private static final String SHOP = "The gift shop opens at 9.";

    private final Pipeline pipeline = Pipeline.ready(Detectors.all().toArray(Detector[]::new));
    private final PolicyWorkshop workshop = new PolicyWorkshop(
            pipeline.shelf(),
            pipeline.wire(),
            new PolicyPublisher("nowhere:1", pipeline.wire()),
            new Judge(Detectors.all(), Watch.PATIENT));

    @AfterEach
    void close() {
        pipeline.close();
    }

    @Test
    void aRehearsalSaysWhatTheTopologySaysAndWhatTheOtherRulesWouldSay() {
        List<Draft> drafts = Stream.of(CALL, SHOP).map(Pipeline::draft).toList();
        drafts.forEach(pipeline::submit);

        Rehearsal rehearsal = rehearse(EVERY_POST);
        List<Rehearsal.Outcome> outcomes = drafts.stream()
                .map(draft -> rehearsal.judge(bytes(draft)).orElseThrow())
                .toList();

        assertThat(outcomes)
                .extracting(outcome -> outcome.before().route().name())
                .isEqualTo(pipeline.verdicts().stream()
                        .map(Verdict::getRoute)
                        .map(Enum::name)
                        .toList());
        assertThat(outcomes).extracting(outcome -> outcome.after().route()).containsExactly(Route.CLEARED, Route.HELD);
        assertThat(outcomes.get(1).after().policyVersion()).isEqualTo("house@2");
    }

    @Test
    void aFreezeSaysNothingAboutRules() {
        pipeline.register(Pipeline.account("until Monday"));

        assertThat(rehearse(EVERY_POST).judge(bytes(Pipeline.draft("Flu shots on Saturday."))))
                .hasValueSatisfying(
                        outcome -> assertThat(outcome.before().route()).isEqualTo(Route.CLEARED));
    }

    @Test
    void whatIsNoDraftIsLeftOut() {
        assertThat(rehearse(EVERY_POST).judge(new byte[] {9, 9})).isEmpty();
    }

    @Test
    void everyVersionIsKnownWithItsTextAndTheOneThatJudgesIsAmongThem() {
        pipeline.publish("house@2", PolicyFile.of(EVERY_POST));

        assertThat(workshop.versions())
                .extracting(PolicyWorkshop.Published::label)
                .containsExactlyInAnyOrder("house@2", "healthcare-us@1");
        assertThat(workshop.versions().stream()
                        .filter(each -> each.label().equals("house@2"))
                        .findFirst()
                        .orElseThrow()
                        .source())
                .isEqualTo(EVERY_POST);
        assertThat(workshop.active().orElseThrow().label()).isEqualTo("healthcare-us@1");
    }

    @Test
    void aVersionThatJudgedBeforeIsNeverPublishedAgainWithOtherRules() {
        pipeline.publish("house@2", PolicyFile.of(EVERY_POST));

        List<PolicyFault> faults = workshop.publish(
                PolicyFile.of(EVERY_POST.replace("LOW", "HIGH")), new PolicySignature("mara", "pia", "stricter"));

        assertThat(faults).singleElement().satisfies(fault -> {
            assertThat(fault.line()).isEqualTo(2);
            assertThat(fault.what()).contains("another version");
        });
    }

    private Rehearsal rehearse(String pack) {
        return workshop.rehearse(Policies.read(PolicyFile.of(pack)).fold(policy -> policy, faults -> {
            throw new AssertionError(faults);
        }));
    }

    private byte[] bytes(Draft draft) {
        return pipeline.wire().serde(Topics.DRAFTS).serializer().serialize(Topics.DRAFTS.name(), draft);
    }
}
