package org.imprimatur.approver.audit;

/**
 * Something that is not as it was written.
 *
 * @param where such as {@code history.jsonl, line 4}
 * @param what a sentence for an auditor; never draft text
 */
public record Fault(String where, String what) {
    @Override
    public String toString() {
        return where + ": " + what;
    }
}
