package org.imprimatur.analyzer.policy;

/**
 * One thing that is wrong with a set of rules.
 *
 * @param line of the file in which it stands, from 1; 0 when the set was not read from a file
 * @param where the rule's id, or its place in the list, or {@code policy}
 * @param what one sentence that the rule's author can act on
 */
public record PolicyFault(int line, String where, String what) {

    @Override
    public String toString() {
        return (line > 0 ? "line " + line + ", " : "") + where + ": " + what;
    }
}
