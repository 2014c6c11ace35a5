package org.imprimatur.analyzer.wire;

import java.util.Optional;
import org.imprimatur.analyzer.policy.PolicyEdition;
import org.imprimatur.analyzer.policy.PolicySignature;
import org.imprimatur.analyzer.policy.PolicyText;
import org.imprimatur.analyzer.policy.RuleText;
import org.imprimatur.schemas.avro.Action;
import org.imprimatur.schemas.avro.PolicyRule;
import org.imprimatur.schemas.avro.PolicySet;
import org.imprimatur.schemas.avro.Severity;

/** A set of rules on the topic {@code policies}. */
final class PolicySets {

    private PolicySets() {}

    /** The set as text, to be checked like a pack in a file: what is on the topic may come from anywhere. */
    static PolicyText text(PolicySet set) {
        return new PolicyText(
                set.getName(),
                set.getVersion(),
                set.getRules().stream()
                        .map(rule -> new RuleText(
                                rule.getId(),
                                rule.getTitle(),
                                rule.getReason(),
                                rule.getCitation(),
                                rule.getExpression(),
                                rule.getAction().name(),
                                rule.getSeverity().name(),
                                rule.getMessage(),
                                Optional.ofNullable(rule.getSuggestion()).orElse("")))
                        .toList());
    }

    /** The set with who answers for it. */
    static PolicyEdition edition(PolicySet set) {
        String by = set.getActivatedBy().isBlank() ? "unknown" : set.getActivatedBy();
        return new PolicyEdition(
                text(set), set.getSource(), new PolicySignature(by, set.getWrittenBy(), set.getReason()));
    }

    /**
     * The set as it is published.
     *
     * @param sound a set that was read without faults
     */
    static PolicySet set(PolicyEdition sound) {
        return PolicySet.newBuilder()
                .setName(sound.text().name())
                .setVersion(sound.text().version())
                .setActivatedBy(sound.signature().activatedBy())
                .setRules(sound.text().rules().stream().map(PolicySets::rule).toList())
                .setSource(sound.source())
                .setWrittenBy(sound.signature().writtenBy())
                .setReason(sound.signature().reason())
                .build();
    }

    private static PolicyRule rule(RuleText rule) {
        return PolicyRule.newBuilder()
                .setId(rule.id())
                .setTitle(rule.title())
                .setReason(rule.reason())
                .setCitation(rule.citation())
                .setExpression(rule.expression())
                .setAction(Action.valueOf(rule.action()))
                .setSeverity(Severity.valueOf(rule.severity()))
                .setMessage(rule.message())
                .setSuggestion(rule.suggestion().isBlank() ? null : rule.suggestion())
                .build();
    }
}
