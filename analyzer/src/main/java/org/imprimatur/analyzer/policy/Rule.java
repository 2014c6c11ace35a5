package org.imprimatur.analyzer.policy;

import java.util.List;
import java.util.Optional;

/**
 * One rule of a policy, checked and compiled.
 *
 * @param id unique in its policy
 * @param title a few words for a list
 * @param citation the law or guidance it rests on; empty when it is the house's own
 * @param message what the author reads, in plain words
 * @param suggestion wording or a step that would make the draft pass
 */
public record Rule(
        String id,
        String title,
        Reason reason,
        String citation,
        Condition condition,
        Action action,
        Severity severity,
        String message,
        Optional<String> suggestion) {

    public Rule {
        if (id.isBlank() || title.isBlank() || message.isBlank()) {
            throw new IllegalArgumentException("a rule has an id, a title and a message");
        }
    }

    /** What this rule says of a draft; empty when it does not apply. A condition that breaks holds the draft. */
    Optional<Ruling> consider(Facts facts) {
        return condition
                .ask(facts)
                .fold(
                        findings -> Optional.of(ruling(findings)),
                        Optional::empty,
                        () -> Optional.of(Ruling.brokenRule(id, title)));
    }

    private Ruling ruling(List<Integer> findings) {
        return new Ruling(id, title, reason, citation, action, severity, message, suggestion, findings);
    }
}
