package org.imprimatur.approver.review;

/**
 * What every command carries.
 *
 * @param commandId the answer carries it; the same id is answered once
 * @param by who asks
 * @param seen what the person saw when asking
 */
public record Ask(String commandId, Person by, Content seen) {
    public Ask {
        if (commandId.isBlank()) {
            throw new IllegalArgumentException("a command has an id");
        }
    }
}
