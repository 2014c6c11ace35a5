package org.imprimatur.analyzer.policy;

import java.util.List;
import java.util.Map;

/**
 * A set of rules as somebody wrote it, not yet checked; the common form of a YAML pack and of a published set.
 *
 * @param lines where in a file each field stands, see {@link #line}; empty when it was not read from a file
 */
public record PolicyText(String name, String version, List<RuleText> rules, Map<String, Integer> lines) {

    public PolicyText {
        rules = List.copyOf(rules);
        lines = Map.copyOf(lines);
    }

    /** A set that was not read from a file. */
    public PolicyText(String name, String version, List<RuleText> rules) {
        this(name, version, rules, Map.of());
    }

    /** Name and version in one word, such as {@code healthcare-us@1}. */
    public String label() {
        return name + "@" + version;
    }

    /**
     * The line of a field, from 1, or else of its rule; 0 when it is not known.
     *
     * @param rule its place from 1; 0 for the fields of the set itself
     */
    public int line(int rule, String field) {
        return lines.getOrDefault(key(rule, field), lines.getOrDefault(key(rule, ""), 0));
    }

    /** Under which {@link #lines} keeps the line of a field; an empty field is the rule itself. */
    public static String key(int rule, String field) {
        return rule + "/" + field;
    }
}
