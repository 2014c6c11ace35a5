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
        Pen whole = new Pen(text, 0, "policy", faults);
        whole.require(text.name(), "name");
        whole.require(text.version(), "version");
        if (text.rules().isEmpty()) {
            whole.fault("rules", "has no rules, so it would hold nothing");
        }
        Set<String> seen = new HashSet<>();
        List<Rule> rules = new ArrayList<>();
        for (int place = 1; place <= text.rules().size(); place++) {
            RuleText written = text.rules().get(place - 1);
            Pen pen = new Pen(text, place, written.id().isBlank() ? "rule " + place : written.id(), faults);
            if (!written.id().isBlank() && !seen.add(written.id())) {
                pen.fault("id", "this id is used twice");
            }
            rule(written, pen).ifPresent(rules::add);
        }
        return faults.isEmpty()
                ? new PolicyReading.Accepted(new Policy(text.name(), text.version(), rules))
                : new PolicyReading.Refused(faults);
    }

    /** Present when this rule alone is sound; otherwise its faults were written down. */
    private Optional<Rule> rule(RuleText written, Pen pen) {
        int before = pen.faults().size();
        pen.require(written.id(), "id");
        pen.require(written.title(), "title");
        pen.require(written.message(), "message");
        Optional<Reason> reason = pen.oneOf(Reason.class, written.reason(), "reason");
        Optional<Action> action = pen.oneOf(Action.class, written.action(), "action");
        Optional<Severity> severity = pen.oneOf(Severity.class, written.severity(), "severity");
        Optional<Condition> condition = expressions
                .compile(written.expression())
                .fold(Optional::of, complaint -> {
                    pen.fault("when", "expression: " + complaint);
                    return Optional.empty();
                });
        if (pen.faults().size() > before) {
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

    /** Writes down what is wrong with one rule, or with the set itself, and in which line. */
    private record Pen(PolicyText text, int rule, String where, List<PolicyFault> faults) {

        void fault(String field, String what) {
            faults.add(new PolicyFault(text.line(rule, field), where, what));
        }

        void require(String value, String field) {
            if (value.isBlank()) {
                fault(field, "needs a " + field);
            }
        }

        <E extends Enum<E>> Optional<E> oneOf(Class<E> type, String value, String field) {
            Optional<E> found = Arrays.stream(type.getEnumConstants())
                    .filter(constant -> constant.name().equals(value))
                    .findFirst();
            if (found.isEmpty()) {
                String allowed =
                        Arrays.stream(type.getEnumConstants()).map(Enum::name).collect(Collectors.joining(", "));
                fault(field, field + " '" + value + "' is unknown; use one of " + allowed);
            }
            return found;
        }
    }
}
