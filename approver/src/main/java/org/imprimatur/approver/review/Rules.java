package org.imprimatur.approver.review;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.imprimatur.approver.review.Stage.Approved;

/** Who may do what to a case now. One instance judges one command. */
record Rules(Review review, Ask ask, Terms terms, Instant now) implements Command.Fold<Decision> {

    Decision decide(Command command) {
        if (state().answered().contains(ask.commandId())) {
            return new Decision.AnsweredBefore(ask.commandId());
        }
        return command.fold(this);
    }

    @Override
    public Decision claim(Command.Claim command) {
        return inTurn(open -> one(new CaseEvent.Claimed(stamp())));
    }

    @Override
    public Decision takeOver(Command.TakeOver command) {
        return onLiveCase(open -> one(keptOut(open)
                .<CaseEvent>map(lease -> new CaseEvent.TakenOver(stamp(), lease.by()))
                .orElseGet(() -> new CaseEvent.Claimed(stamp()))));
    }

    @Override
    public Decision extend(Command.Extend command) {
        return inTurn(open -> open.lease()
                .filter(lease -> lease.by().equals(me()) && lease.holds(now))
                .map(lease -> lease.fresh(now) ? nothing() : one(new CaseEvent.Extended(stamp())))
                .orElseGet(() -> refuse(Sentences.notClaimedByYou())));
    }

    @Override
    public Decision unclaim(Command.Unclaim command) {
        return inTurn(
                open -> open.lease().filter(lease -> lease.by().equals(me())).isPresent()
                        ? one(new CaseEvent.Unclaimed(stamp()))
                        : refuse(Sentences.notClaimedByYou()));
    }

    @Override
    public Decision approve(Command.Approve command) {
        return inTurn(open -> approve(open, command.note(), false));
    }

    @Override
    public Decision approveInBulk(Command.ApproveInBulk command) {
        return inTurn(
                open -> Bulk.hindrance(open).map(this::refuse).orElseGet(() -> approve(open, Optional.empty(), true)));
    }

    @Override
    public Decision edit(Command.Edit command) {
        return inTurn(open -> command.made().hash().equals(ask.seen().hash())
                ? refuse(Sentences.nothingChanged())
                : one(new CaseEvent.Edited(stamp(), command.note(), command.made())));
    }

    @Override
    public Decision reject(Command.Reject command) {
        return grounded(command.grounds(), () -> new CaseEvent.Rejected(stamp(), command.grounds(), undoUntil()));
    }

    @Override
    public Decision requestChanges(Command.RequestChanges command) {
        return grounded(
                command.grounds(), () -> new CaseEvent.ChangesRequested(stamp(), command.grounds(), undoUntil()));
    }

    @Override
    public Decision comment(Command.Comment command) {
        return new Talk(review, ask)
                .hindrance(command)
                .map(this::refuse)
                .orElseGet(() -> one(new CaseEvent.Commented(stamp(), command.toAuthor(), command.note())));
    }

    @Override
    public Decision escalate(Command.Escalate command) {
        return inTurn(open -> Escalation.hindrance(open, command, me())
                .map(this::refuse)
                .orElseGet(
                        () -> one(new CaseEvent.Escalated(stamp(), command.to().orElseThrow(), command.note()))));
    }

    @Override
    public Decision withdraw(Command.Withdraw command) {
        if (!(state().stage() instanceof Open) && !(state().stage() instanceof Approved)) {
            return refuse(Sentences.notOpen(state().stage(), ask.seen()));
        }
        Opening opening = state().stage().reviewed().orElseThrow();
        if (!opening.content().equals(ask.seen())) {
            return refuse(Sentences.stale(ask.seen(), opening.content()));
        }
        return opening.contributors().contains(me())
                ? one(new CaseEvent.Withdrawn(stamp(), command.reason()))
                : refuse(Sentences.notTheAuthor());
    }

    @Override
    public Decision undo(Command.Undo command) {
        Undo undo = new Undo(review, ask, now);
        return undo.hindrance().map(this::refuse).orElseGet(() -> one(undo.event(stamp())));
    }

    @Override
    public Decision unknown(Command.Unknown command) {
        return refuse(Sentences.unknownCommand());
    }

    private Decision approve(Open open, Optional<String> note, boolean inBulk) {
        if (open.opening().requirement().blocked()) {
            return refuse(Sentences.blocked());
        }
        if (open.approvalOf(me()).isPresent()) {
            return refuse(Sentences.alreadyApproved(open));
        }
        boolean enough =
                open.with(open.approval(stamp(), ask.by(), undoUntil())).complete();
        CaseEvent approved = new CaseEvent.Approved(stamp(), note, undoUntil(), inBulk, enough);
        boolean atOnce = terms.undo().isZero();
        if (atOnce && state().apply(approved).stage() instanceof Approved ready) {
            Stamp after = Stamps.unasked(state(), 2, ask.seen(), now);
            return new Decision.Accepted(List.of(approved, Stamps.release(ready, after)));
        }
        return one(approved);
    }

    private Decision grounded(Grounds grounds, Supplier<CaseEvent> event) {
        return inTurn(open -> {
            if (grounds.reason().isBlank()) {
                return refuse(Sentences.reasonMissing());
            }
            return grounds.policy().filter(rule -> !rule.isBlank()).isEmpty()
                    ? refuse(Sentences.policyMissing())
                    : one(event.get());
        });
    }

    /** What holds for every decision; the first thing in the way is the one to name. */
    private Decision inTurn(Function<Open, Decision> then) {
        return onLiveCase(open -> keptOut(open)
                .map(lease -> refuse(Sentences.claimedByAnother(lease)))
                .orElseGet(() -> then.apply(open)));
    }

    private Decision onLiveCase(Function<Open, Decision> then) {
        boolean entitled = state().stage() instanceof Open open
                ? open.mayDecide(ask.by())
                : ask.by().mayReview();
        if (!entitled) {
            return refuse(Sentences.notAReviewer());
        }
        if (!(state().stage() instanceof Open open)) {
            return refuse(Sentences.notOpen(state().stage(), ask.seen()));
        }
        if (!open.opening().content().equals(ask.seen())) {
            return refuse(Sentences.stale(ask.seen(), open.opening().content()));
        }
        if (open.opening().contributors().contains(me())) {
            return refuse(Sentences.ownWork());
        }
        return open.opening().expired(now) ? refuse(Sentences.expired()) : then.apply(open);
    }

    private Optional<Lease> keptOut(Open open) {
        return open.lease().filter(lease -> lease.keepsOut(me(), now));
    }

    private Case state() {
        return review.state();
    }

    private String me() {
        return ask.by().id();
    }

    private Instant undoUntil() {
        return now.plus(terms.undo());
    }

    private Stamp stamp() {
        return new Stamp(
                state().postId(),
                ask.seen(),
                state().sequence() + 1,
                Optional.of(ask.commandId()),
                Optional.of(ask.by()),
                now);
    }

    private static Decision nothing() {
        return new Decision.Accepted(List.of());
    }

    private static Decision one(CaseEvent event) {
        return new Decision.Accepted(List.of(event));
    }

    private Decision refuse(Refusal refusal) {
        return new Decision.Refused(new CaseEvent.Refused(stamp(), refusal));
    }
}
