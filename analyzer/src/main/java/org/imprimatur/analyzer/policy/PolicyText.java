package org.imprimatur.analyzer.policy;

import java.util.List;

/** A set of rules as somebody wrote it, not yet checked; the common form of a YAML pack and of a published set. */
public record PolicyText(String name, String version, List<RuleText> rules) {

    public PolicyText {
        rules = List.copyOf(rules);
    }
}
