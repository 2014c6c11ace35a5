package org.imprimatur.analyzer.policy;

import java.util.List;
import java.util.Optional;

/**
 * One rule that applied to one draft, with everything that a reader needs to understand it later.
 *
 * @param findings indexes into the judgement's findings; empty when it concerns the draft as a whole
 */
public record Ruling(
        String ruleId,
        String title,
        Reason reason,
        String citation,
        Action action,
        Severity severity,
        String message,
        Optional<String> suggestion,
        List<Integer> findings) {

    public Ruling {
        findings = List.copyOf(findings);
    }

    public boolean holds() {
        return action.holds();
    }

    static Ruling brokenRule(String ruleId, String title) {
        return new Ruling(
                ruleId,
                title,
                Reason.ENGINE_FAILURE,
                "",
                Action.HOLD,
                Severity.LOW,
                "The rule '" + title + "' could not be checked, so a person must look at this draft.",
                Optional.of("Nothing is wrong with your draft on this account. Tell the policy's administrator."),
                List.of());
    }
}
