package org.imprimatur.analyzer.policy;

/**
 * One thing that is wrong with a set of rules.
 *
 * @param where the rule's id, or its place in the list, or {@code policy}
 * @param what one sentence that the rule's author can act on
 */
public record PolicyFault(String where, String what) {

    @Override
    public String toString() {
        return where + ": " + what;
    }
}
