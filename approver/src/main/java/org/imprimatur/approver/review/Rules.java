package org.imprimatur.approver.review;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.imprimatur.approver.review.Stage.Open;

/** Who may do what to a case now. One instance judges one command. */
record Rules(Case state, Ask ask, Instant now) implements Command.Fold<Decision> {

    Decision decide(Command command) {
        if (state.answered().contains(ask.commandId())) {
            return new Decision.AnsweredBefore(ask.commandId());
        }
        return command.fold(this);
    }

    @Override
    public Decision claim(Command.Claim command) {
        return onOpenCase(open -> one(new CaseEvent.Claimed(stamp(1))));
    }

    @Override
    public Decision approve(Command.Approve command) {
        return onOpenCase(this::approve);
    }

    @Override
    public Decision reject(Command.Reject command) {
        return withGrounds(command.grounds(), () -> new CaseEvent.Rejected(stamp(1), command.grounds()));
    }

    @Override
    public Decision requestChanges(Command.RequestChanges command) {
        return withGrounds(command.grounds(), () -> new CaseEvent.ChangesRequested(stamp(1), command.grounds()));
    }

    @Override
    public Decision unclaim(Command.Unclaim command) {
        return onOpenCase(
                open -> open.lease().filter(lease -> lease.by().equals(me())).isPresent()
                        ? one(new CaseEvent.Unclaimed(stamp(1)))
                        : refuse(Sentences.notClaimedByYou()));
    }

    @Override
    public Decision unknown(Command.Unknown command) {
        return refuse(Sentences.unknownCommand());
    }

    private Decision approve(Open open) {
        Requirement requirement = open.opening().requirement();
        if (requirement.blocked()) {
            return refuse(Sentences.blocked());
        }
        if (open.approvers().contains(me())) {
            return refuse(Sentences.alreadyApproved(
                    requirement.approvals() - open.approvers().size()));
        }
        List<String> approvers = new ArrayList<>(open.approvers());
        approvers.add(me());
        CaseEvent approved = new CaseEvent.Approved(stamp(1));
        if (!requirement.metBy(approvers.size())) {
            return one(approved);
        }
        Stamp after = Stamps.unasked(state, 2, ask.seen(), now);
        return new Decision.Accepted(List.of(approved, new CaseEvent.Released(after, approvers)));
    }

    private Decision withGrounds(Grounds grounds, Supplier<CaseEvent> event) {
        return onOpenCase(open -> grounds.missing() ? refuse(Sentences.reasonMissing()) : one(event.get()));
    }

    /** What holds for every command; the first thing in the way is the one to name. */
    private Decision onOpenCase(Function<Open, Decision> then) {
        if (!ask.by().mayReview()) {
            return refuse(Sentences.notAReviewer());
        }
        if (!(state.stage() instanceof Open open)) {
            return refuse(Sentences.notOpen(state.stage(), ask.seen()));
        }
        if (!open.opening().content().equals(ask.seen())) {
            return refuse(Sentences.stale(ask.seen(), open.opening().content()));
        }
        if (open.opening().contributors().contains(me())) {
            return refuse(Sentences.ownWork());
        }
        Optional<Lease> another = open.lease().filter(lease -> lease.keepsOut(me(), now));
        return another.map(lease -> refuse(Sentences.claimedByAnother(lease))).orElseGet(() -> then.apply(open));
    }

    private String me() {
        return ask.by().id();
    }

    private Stamp stamp(int steps) {
        return new Stamp(
                state.postId(),
                ask.seen(),
                state.sequence() + steps,
                Optional.of(ask.commandId()),
                Optional.of(ask.by()),
                now);
    }

    private Decision one(CaseEvent event) {
        return new Decision.Accepted(List.of(event));
    }

    private Decision refuse(Refusal refusal) {
        return new Decision.Refused(new CaseEvent.Refused(stamp(1), refusal));
    }
}
