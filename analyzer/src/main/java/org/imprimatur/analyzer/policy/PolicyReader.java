package org.imprimatur.analyzer.policy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Turns written rules into a policy, or names everything that is wrong with them at once. */
public final class PolicyReader {

    private final Expressions expressions;

    public PolicyReader(Expressions expressions) {
        this.expressions = expressions;
    }

    public PolicyReading read(PolicyText text) {
        List<PolicyFault> faults = new ArrayList<>();
        require(text.name(), "name", "policy", faults);
        require(text.version(), "version", "policy", faults);
        if (text.rules().isEmpty()) {
            faults.add(new PolicyFault("policy", "has no rules, so it would hold nothing"));
        }
        Set<String> seen = new HashSet<>();
        List<Rule> rules = new ArrayList<>();
        for (int i = 0; i < text.rules().size(); i++) {
            RuleText written = text.rules().get(i);
            String where = written.id().isBlank() ? "rule " + (i + 1) : written.id();
            if (!written.id().isBlank() && !seen.add(written.id())) {
                faults.add(new PolicyFault(where, "this id is used twice"));
            }
            rule(written, where, faults).ifPresent(rules::add);
        }
        return faults.isEmpty()
                ? new PolicyReading.Accepted(new Policy(text.name(), text.version(), rules))
                : new PolicyReading.Refused(faults);
    }

    /** Present when this rule alone is sound; otherwise its faults were added. */
    private Optional<Rule> rule(RuleText written, String where, List<PolicyFault> faults) {
        int before = faults.size();
        require(written.id(), "id", where, faults);
        require(written.title(), "title", where, faults);
        require(written.message(), "message", where, faults);
        Optional<Reason> reason = oneOf(Reason.class, written.reason(), "reason", where, faults);
        Optional<Action> action = oneOf(Action.class, written.action(), "action", where, faults);
        Optional<Severity> severity = oneOf(Severity.class, written.severity(), "severity", where, faults);
        Optional<Condition> condition = expressions
                .compile(written.expression())
                .fold(Optional::of, complaint -> {
                    faults.add(new PolicyFault(where, "expression: " + complaint));
                    return Optional.empty();
                });
        if (faults.size() > before) {
            return Optional.empty();
        }
        return Optional.of(new Rule(
                written.id(),
                written.title(),
                reason.orElseThrow(),
                written.citation(),
                condition.orElseThrow(),
                action.orElseThrow(),
                severity.orElseThrow(),
                written.message(),
                Optional.of(written.suggestion()).filter(words -> !words.isBlank())));
    }

    private static void require(String value, String field, String where, List<PolicyFault> faults) {
        if (value.isBlank()) {
            faults.add(new PolicyFault(where, "needs a " + field));
        }
    }

    private static <E extends Enum<E>> Optional<E> oneOf(
            Class<E> type, String value, String field, String where, List<PolicyFault> faults) {
        Optional<E> found = Arrays.stream(type.getEnumConstants())
                .filter(constant -> constant.name().equals(value))
                .findFirst();
        if (found.isEmpty()) {
            String allowed =
                    Arrays.stream(type.getEnumConstants()).map(Enum::name).collect(Collectors.joining(", "));
            faults.add(new PolicyFault(where, field + " '" + value + "' is unknown; use one of " + allowed));
        }
        return found;
    }
}
