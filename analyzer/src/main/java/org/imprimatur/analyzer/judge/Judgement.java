package org.imprimatur.analyzer.judge;

import java.util.Comparator;
import java.util.List;
import org.imprimatur.analyzer.draft.Finding;
import org.imprimatur.analyzer.policy.Action;
import org.imprimatur.analyzer.policy.Reason;
import org.imprimatur.analyzer.policy.Ruling;

/**
 * What the engine thinks of one revision, and why.
 *
 * @param policyVersion label of the policy that judged; empty when there was none, and then it is held
 */
public record Judgement(List<Finding> findings, List<Ruling> rulings, String policyVersion, String engineVersion) {

    public Judgement {
        findings = List.copyOf(findings);
        rulings = List.copyOf(rulings);
        int seen = findings.size();
        if (rulings.stream().flatMap(ruling -> ruling.findings().stream()).anyMatch(i -> i < 0 || i >= seen)) {
            throw new IllegalArgumentException("a ruling points to a finding that is not there");
        }
        if (policyVersion.isEmpty() && rulings.stream().noneMatch(Ruling::holds)) {
            throw new IllegalArgumentException("nothing is cleared without a policy");
        }
    }

    public Route route() {
        return rulings.stream().anyMatch(Ruling::holds) ? Route.HELD : Route.CLEARED;
    }

    /** Distinct people who must approve; 0 when cleared. */
    public int approvalsNeeded() {
        return rulings.stream()
                .map(Ruling::action)
                .mapToInt(Action::approvals)
                .max()
                .orElse(0);
    }

    /** Why it is held, each once, gravest rule first; empty when cleared. */
    public List<Reason> reasons() {
        return rulings.stream()
                .filter(Ruling::holds)
                .sorted(Comparator.comparing(Ruling::severity)
                        .thenComparing(Ruling::action)
                        .reversed())
                .map(Ruling::reason)
                .distinct()
                .toList();
    }

    /** Ids of the detectors that failed, {@code engine} for the engine itself; empty when all could look. */
    public List<String> failed() {
        return rulings.stream()
                .filter(ruling -> ruling.reason() == Reason.ENGINE_FAILURE)
                .flatMap(ruling -> ruling.findings().stream())
                .map(index -> findings.get(index).detector())
                .distinct()
                .toList();
    }
}
