package org.imprimatur.approver.review;

import java.util.Optional;

/**
 * Why somebody decided against a revision.
 *
 * @param reason what the author reads; a blank one is refused when the decision is taken
 * @param policy the rule that it rests on
 */
public record Grounds(String reason, Optional<String> policy) {

    boolean missing() {
        return reason.isBlank();
    }
}
