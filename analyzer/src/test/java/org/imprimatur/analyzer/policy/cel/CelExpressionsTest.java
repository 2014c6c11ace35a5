package org.imprimatur.analyzer.policy.cel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.imprimatur.analyzer.policy.Examples.facts;
import static org.imprimatur.analyzer.policy.Examples.finding;

import java.util.List;
import org.imprimatur.analyzer.draft.FindingKind;
import org.imprimatur.analyzer.policy.Answer;
import org.imprimatur.analyzer.policy.Condition;
import org.imprimatur.analyzer.policy.Facts;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CelExpressionsTest {

    private static final Facts TWO_FINDINGS = facts(finding(FindingKind.AGE, 0.9), finding(FindingKind.PHONE, 0.9));

    private final CelExpressions expressions = new CelExpressions();

    @Test
    void a_list_of_findings_says_which_ones_made_the_rule_apply() {
        assertThat(ask("findings.filter(f, f.kind == PHONE)")).isEqualTo(new Answer.Applies(List.of(1)));
    }

    @Test
    void an_empty_list_is_silent() {
        assertThat(ask("findings.filter(f, f.kind == SSN)")).isEqualTo(new Answer.Silent());
    }

    @Test
    void a_truth_value_concerns_the_draft_as_a_whole() {
        assertThat(ask("draft.platform == 'facebook' && organization.name != ''"))
                .isEqualTo(new Answer.Applies(List.of()));
    }

    @Test
    void what_fails_when_it_is_evaluated_says_so() {
        assertThat(ask("findings[7].kind == PHONE")).isEqualTo(new Answer.Broken());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "findings.filter(",
                "findings.filter(f, f.knd == PHONE)",
                "findings.filter(f, f.kind == PHON)",
                "draft.platform",
                "authorizations",
                "draft.pictures > 'two'",
                "nobody.knows"
            })
    void what_is_wrong_is_found_before_any_draft_is_judged(String expression) {
        String complaint = expressions.compile(expression).fold(sound -> "", words -> words);

        assertThat(complaint).isNotBlank();
    }

    @Test
    void every_kind_of_finding_is_a_constant() {
        for (FindingKind kind : FindingKind.values()) {
            Answer answer =
                    condition("findings.filter(f, f.kind == " + kind + ")").ask(facts(finding(kind, 1)));

            assertThat(answer).as(kind.name()).isEqualTo(new Answer.Applies(List.of(0)));
        }
    }

    private Answer ask(String expression) {
        return condition(expression).ask(TWO_FINDINGS);
    }

    private Condition condition(String expression) {
        return expressions.compile(expression).fold(sound -> sound, complaint -> {
            throw new AssertionError(complaint);
        });
    }
}
