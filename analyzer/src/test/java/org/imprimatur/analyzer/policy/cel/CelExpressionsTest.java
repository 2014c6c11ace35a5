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
    void aListOfFindingsSaysWhichOnesMadeTheRuleApply() {
        assertThat(ask("findings.filter(f, f.kind == PHONE)")).isEqualTo(new Answer.Applies(List.of(1)));
    }

    @Test
    void anEmptyListIsSilent() {
        assertThat(ask("findings.filter(f, f.kind == SSN)")).isEqualTo(new Answer.Silent());
    }

    @Test
    void aTruthValueConcernsTheDraftAsAWhole() {
        assertThat(ask("draft.platform == 'facebook' && organization.name != ''"))
                .isEqualTo(new Answer.Applies(List.of()));
    }

    @Test
    void whatFailsWhenItIsEvaluatedSaysSo() {
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
    void whatIsWrongIsFoundBeforeAnyDraftIsJudged(String expression) {
        String complaint = expressions.compile(expression).fold(sound -> "", words -> words);

        assertThat(complaint).isNotBlank();
    }

    @Test
    void everyKindOfFindingIsAConstant() {
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
