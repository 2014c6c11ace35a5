package org.imprimatur.approver.wire;

import java.util.Optional;
import java.util.Set;
import org.imprimatur.approver.post.Wording;
import org.imprimatur.approver.review.Addressee;
import org.imprimatur.approver.review.Ask;
import org.imprimatur.approver.review.Command;
import org.imprimatur.approver.review.Content;
import org.imprimatur.approver.review.Grounds;
import org.imprimatur.approver.review.Opening;
import org.imprimatur.approver.review.Person;
import org.imprimatur.approver.review.Requirement;
import org.imprimatur.approver.review.Risk;
import org.imprimatur.schemas.ContentHash;
import org.imprimatur.schemas.avro.Action;
import org.imprimatur.schemas.avro.CommandKind;
import org.imprimatur.schemas.avro.Draft;
import org.imprimatur.schemas.avro.Held;
import org.imprimatur.schemas.avro.ReviewCommand;
import org.imprimatur.schemas.avro.Severity;
import org.imprimatur.schemas.avro.Verdict;
import org.jspecify.annotations.Nullable;

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
                risk(verdict),
                new Opening.Judgement(verdict.getPolicyVersion(), verdict.getEngineVersion(), verdict.getJudgedAt()),
                Opening.expiry(
                        Optional.ofNullable(held.getDraft().getExpiresAt()),
                        Optional.ofNullable(held.getDraft().getScheduledAt())));
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
        return Requirement.of(Math.max(atLeast, verdict.getApprovalsNeeded()));
    }

    /** What nobody judged by a rule is of high risk. */
    private static Risk risk(Verdict verdict) {
        boolean mild = verdict.getRules().stream()
                .allMatch(rule ->
                        rule.getSeverity() == Severity.LOW && rule.getAction().compareTo(Action.HOLD) <= 0);
        boolean held = fired(verdict, Action.HOLD);
        return mild && held && verdict.getApprovalsNeeded() <= 1 ? Risk.LOW : Risk.HIGH;
    }

    private static boolean fired(Verdict verdict, Action action) {
        return verdict.getRules().stream().anyMatch(rule -> rule.getAction() == action);
    }

    static PostInput asked(ReviewCommand command) {
        Person by = new Person(
                command.getActor().getId(), Set.copyOf(command.getActor().getRoles()));
        Content seen = new Content(command.getRevision(), command.getContentHash());
        Ask ask = new Ask(command.getCommandId(), by, seen);
        if (command.getKind() == CommandKind.EDIT && command.getWording() != null) {
            Wording wording = new Wording(
                    command.getWording().getText(), command.getWording().getVariants());
            return new PostInput.Edit(command.getPostId(), ask, wording, note(command));
        }
        return new PostInput.Asked(command.getPostId(), command(command, ask));
    }

    private static Command command(ReviewCommand command, Ask ask) {
        return switch (command.getKind()) {
            case CLAIM -> new Command.Claim(ask);
            case TAKE_OVER -> new Command.TakeOver(ask);
            case EXTEND -> new Command.Extend(ask);
            case UNCLAIM -> new Command.Unclaim(ask);
            case APPROVE -> new Command.Approve(ask, note(command));
            case APPROVE_IN_BULK -> new Command.ApproveInBulk(ask);
            case REJECT -> new Command.Reject(ask, grounds(command));
            case REQUEST_CHANGES -> new Command.RequestChanges(ask, grounds(command));
            case COMMENT -> new Command.Comment(ask, said(command.getReason()), note(command));
            case ESCALATE ->
                new Command.Escalate(
                        ask,
                        said(command.getWhom()).flatMap(Addressee::read),
                        note(command).orElse(""));
            case WITHDRAW -> new Command.Withdraw(ask, said(command.getReason()));
            case UNDO -> new Command.Undo(ask);
            case EDIT, UNKNOWN -> new Command.Unknown(ask);
        };
    }

    private static Grounds grounds(ReviewCommand command) {
        String reason = said(command.getReason()).orElse("");
        return new Grounds(reason, said(command.getPolicy()), note(command));
    }

    private static Optional<String> note(ReviewCommand command) {
        return said(command.getNote());
    }

    private static Optional<String> said(@Nullable String text) {
        return Optional.ofNullable(text).filter(each -> !each.isBlank());
    }
}
