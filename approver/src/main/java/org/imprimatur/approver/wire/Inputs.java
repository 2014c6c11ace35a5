package org.imprimatur.approver.wire;

import java.util.Optional;
import java.util.Set;
import org.imprimatur.approver.review.Ask;
import org.imprimatur.approver.review.Command;
import org.imprimatur.approver.review.Content;
import org.imprimatur.approver.review.Grounds;
import org.imprimatur.approver.review.Opening;
import org.imprimatur.approver.review.Person;
import org.imprimatur.approver.review.Requirement;
import org.imprimatur.schemas.ContentHash;
import org.imprimatur.schemas.avro.Action;
import org.imprimatur.schemas.avro.Draft;
import org.imprimatur.schemas.avro.Held;
import org.imprimatur.schemas.avro.ReviewCommand;
import org.imprimatur.schemas.avro.Verdict;

/** Reads what comes in; a record that makes no sense is refused by the types it should become. */
final class Inputs {

    private Inputs() {}

    static PostInput submitted(Draft draft) {
        return new PostInput.Submitted(draft.getPostId(), new FrozenDraft(draft).content());
    }

    static PostInput held(Held held) {
        FrozenDraft draft = new FrozenDraft(held.getDraft());
        Verdict verdict = held.getVerdict();
        Opening opening = new Opening(
                draft.content(),
                Set.copyOf(Contributors.of(held.getDraft())),
                requirement(held),
                verdict.getPolicyVersion(),
                verdict.getEngineVersion());
        return new PostInput.Held(held.getDraft().getPostId(), opening, draft);
    }

    /**
     * What the verdict asks for, and never less than its rules do. Whatever carries a hash that is not its own, or a
     * verdict on something else, cannot be approved by anybody.
     */
    private static Requirement requirement(Held held) {
        Draft draft = held.getDraft();
        Verdict verdict = held.getVerdict();
        boolean itsOwn = ContentHash.of(draft).equals(draft.getContentHash())
                && verdict.getContentHash().equals(draft.getContentHash())
                && verdict.getRevision() == draft.getRevision();
        if (!itsOwn || fired(verdict, Action.BLOCK)) {
            return Requirement.BLOCKED;
        }
        int atLeast = fired(verdict, Action.HOLD_FOR_TWO) ? 2 : 1;
        return new Requirement(Math.max(atLeast, verdict.getApprovalsNeeded()));
    }

    private static boolean fired(Verdict verdict, Action action) {
        return verdict.getRules().stream().anyMatch(rule -> rule.getAction() == action);
    }

    static PostInput asked(ReviewCommand command) {
        Person by = new Person(
                command.getActor().getId(), Set.copyOf(command.getActor().getRoles()));
        Content seen = new Content(command.getRevision(), command.getContentHash());
        return new PostInput.Asked(command.getPostId(), command(command, new Ask(command.getCommandId(), by, seen)));
    }

    private static Command command(ReviewCommand command, Ask ask) {
        return switch (command.getKind()) {
            case CLAIM -> new Command.Claim(ask);
            case UNCLAIM -> new Command.Unclaim(ask);
            case APPROVE -> new Command.Approve(ask);
            case REJECT -> new Command.Reject(ask, grounds(command));
            case REQUEST_CHANGES -> new Command.RequestChanges(ask, grounds(command));
            case UNKNOWN, TAKE_OVER, EXTEND, APPROVE_IN_BULK, EDIT, COMMENT, ESCALATE, WITHDRAW, UNDO ->
                new Command.Unknown(ask);
        };
    }

    private static Grounds grounds(ReviewCommand command) {
        String reason = Optional.ofNullable(command.getReason()).orElse("");
        return new Grounds(reason, Optional.ofNullable(command.getPolicy()));
    }
}
