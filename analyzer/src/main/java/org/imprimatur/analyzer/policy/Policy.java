package org.imprimatur.analyzer.policy;

import java.util.List;
import java.util.Optional;

/** A checked and compiled set of rules at one version. Immutable and thread-safe. */
public record Policy(String name, String version, List<Rule> rules) {

    public Policy {
        rules = List.copyOf(rules);
        if (name.isBlank() || version.isBlank() || rules.isEmpty()) {
            throw new IllegalArgumentException("a policy has a name, a version and at least one rule");
        }
    }

    /** Name and version in one word, such as {@code healthcare-us@1}. */
    public String label() {
        return name + "@" + version;
    }

    /** What every rule that applies says, in the order of the rules. */
    public List<Ruling> apply(Facts facts) {
        return rules.stream()
                .map(rule -> rule.consider(facts))
                .flatMap(Optional::stream)
                .toList();
    }
}
