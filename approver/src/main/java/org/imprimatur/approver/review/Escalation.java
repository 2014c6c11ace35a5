package org.imprimatur.approver.review;

import java.util.Optional;

/**
 * To whom a case can be escalated. Afterwards at least two people approve, and one of them is who was asked for: that
 * person, or anybody with that role, reviewer or not. Whoever can't wait for them escalates again, to somebody else.
 */
final class Escalation {

    private Escalation() {}

    static Optional<Refusal> hindrance(Open open, Command.Escalate command, String me) {
        if (command.note().isBlank()) {
            return Optional.of(Sentences.escalationReasonMissing());
        }
        if (open.opening().requirement().blocked()) {
            return Optional.of(Sentences.blocked());
        }
        if (command.to().filter(Addressee::decides).isEmpty()) {
            return Optional.of(Sentences.nobodyToEscalateTo());
        }
        Addressee to = command.to().get();
        return to.kind() == Addressee.Kind.PERSON && unfit(open, to.name(), me)
                ? Optional.of(Sentences.unfitAddressee(to.name()))
                : Optional.empty();
    }

    private static boolean unfit(Open open, String person, String me) {
        return person.equals(me)
                || open.opening().contributors().contains(person)
                || open.approvalOf(person).isPresent();
    }
}
