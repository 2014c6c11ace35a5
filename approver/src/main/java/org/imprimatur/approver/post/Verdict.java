package org.imprimatur.approver.post;

import java.time.Instant;
import java.util.List;

/**
 * What the analyzer thought of one revision, and why.
 *
 * @param revision the revision that was judged
 * @param contentHash the content that was judged
 * @param held whether it waits for people; otherwise the policy cleared it
 * @param findings what the detectors saw
 * @param rules which rules fired on it
 * @param approvalsNeeded distinct people who must approve; 0 when it was cleared or is blocked
 * @param policyVersion version of the policy set; empty when there was none
 * @param engineVersion version of the engine
 * @param judgedAt when
 */
public record Verdict(
        int revision,
        String contentHash,
        boolean held,
        List<Finding> findings,
        List<FiredRule> rules,
        int approvalsNeeded,
        String policyVersion,
        String engineVersion,
        Instant judgedAt) {
    public Verdict {
        findings = List.copyOf(findings);
        rules = List.copyOf(rules);
    }

    /** Whether a rule fired that no person can overrule. */
    public boolean blocked() {
        return rules.stream().anyMatch(rule -> rule.action() == Action.BLOCK);
    }

    /** The highest severity among the rules that fired; low when none did. */
    public Severity severity() {
        return rules.stream().anyMatch(rule -> rule.severity() == Severity.HIGH) ? Severity.HIGH : Severity.LOW;
    }

    /** The distinct reasons of the rules that ask for more than a note, in the order of the rules. */
    public List<String> reasons() {
        return rules.stream()
                .filter(rule -> rule.action() != Action.NOTE)
                .map(FiredRule::reason)
                .distinct()
                .toList();
    }
}
