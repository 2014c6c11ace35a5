package org.imprimatur.approver.review;

import java.util.Optional;

/** What may be approved together with others: low risk, and one approval is enough. */
final class Bulk {

    private Bulk() {}

    static Optional<Refusal> hindrance(Open open) {
        Opening opening = open.opening();
        if (opening.requirement().secondLook()) {
            return Optional.of(Sentences.drawn());
        }
        boolean alone = opening.risk() == Risk.LOW
                && open.needed() == 1
                && open.escalation().isEmpty();
        return alone ? Optional.empty() : Optional.of(Sentences.notLowRisk());
    }
}
