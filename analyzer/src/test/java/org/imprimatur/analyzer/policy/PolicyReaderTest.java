package org.imprimatur.analyzer.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.imprimatur.analyzer.policy.Examples.facts;
import static org.imprimatur.analyzer.policy.Examples.finding;
import static org.imprimatur.analyzer.policy.Examples.rule;

import java.util.List;
import org.imprimatur.analyzer.draft.FindingKind;
import org.imprimatur.analyzer.policy.cel.CelExpressions;
import org.junit.jupiter.api.Test;

class PolicyReaderTest {

    private final PolicyReader reader = new PolicyReader(new CelExpressions());

    @Test
    void soundRulesBecomeAPolicyThatAppliesThemInOrder() {
        Policy policy = accepted(
                rule("never", "false"), rule("always", "true"), rule("phones", "findings.filter(f, f.kind == PHONE)"));

        assertThat(policy.apply(facts(finding(FindingKind.PHONE, 1))))
                .extracting(Ruling::ruleId)
                .containsExactly("always", "phones");
    }

    @Test
    void aRuleThatBreaksWhenItIsEvaluatedHoldsTheDraft() {
        Policy policy = accepted(rule("broken", "findings[3].confidence > 0.5"));

        assertThat(policy.apply(facts())).singleElement().satisfies(ruling -> {
            assertThat(ruling.reason()).isEqualTo(Reason.ENGINE_FAILURE);
            assertThat(ruling.holds()).isTrue();
        });
    }

    @Test
    void everyFaultIsNamedAtOnce() {
        PolicyReading reading = reader.read(new PolicyText(
                "",
                "1",
                List.of(
                        rule("twice", "true"),
                        rule("twice", "findings.filter("),
                        new RuleText("odd", "", "NO_SUCH_REASON", "", "true", "SHRUG", "MILD", "", ""))));

        List<PolicyFault> found = reading.fold(policy -> List.of(), faults -> List.copyOf(faults));
        assertThat(found)
                .extracting(PolicyFault::where)
                .containsExactly("policy", "twice", "twice", "odd", "odd", "odd", "odd", "odd");
    }

    @Test
    void aSetWithoutRulesIsRefused() {
        PolicyReading reading = reader.read(new PolicyText("empty", "1", List.of()));

        assertThat(reading).isInstanceOf(PolicyReading.Refused.class);
    }

    private Policy accepted(RuleText... rules) {
        return reader.read(new PolicyText("example", "1", List.of(rules))).fold(policy -> policy, faults -> {
            throw new AssertionError(faults);
        });
    }
}
