package org.imprimatur.approver.review;

import java.util.Optional;

/**
 * Why somebody decided against a revision.
 *
 * @param reason what the author reads; a blank one is refused when the decision is taken
 * @param policy the rule that it rests on; without one the decision is refused
 * @param note what only colleagues and auditors read
 */
public record Grounds(String reason, Optional<String> policy, Optional<String> note) {

    @Override
    public String toString() {
        return "Grounds[reason of " + reason.length() + " chars, policy=" + policy + "]";
    }
}
