package org.imprimatur.approver.post;

import java.util.List;
import java.util.Optional;

/**
 * One rule of the policy that applied to a draft.
 *
 * @param ruleId its id in the policy set
 * @param title what it is called
 * @param reason what reviewers and reports group by, such as {@code PATIENT_IDENTIFIER}
 * @param citation the law or policy it rests on; empty where there is none
 * @param action what it asks for
 * @param severity how much it matters
 * @param message what the author reads
 * @param suggestion what would make it pass
 * @param findings indexes into the verdict's findings, from 0
 */
public record FiredRule(
        String ruleId,
        String title,
        String reason,
        String citation,
        Action action,
        Severity severity,
        String message,
        Optional<String> suggestion,
        List<Integer> findings) {
    public FiredRule {
        findings = List.copyOf(findings);
    }
}
