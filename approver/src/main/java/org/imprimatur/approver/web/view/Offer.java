package org.imprimatur.approver.web.view;

import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.imprimatur.approver.post.Action;
import org.imprimatur.approver.post.Wording;
import org.imprimatur.approver.readmodel.CaseState;
import org.imprimatur.approver.readmodel.CaseView;
import org.imprimatur.approver.readmodel.ClaimView;
import org.imprimatur.approver.readmodel.RevisionView;

/** What a reader is offered to do with a revision; whether it may be done the review decides. */
record Offer(Viewer viewer, RevisionView shown, Instant now) {

    /** Empty when there is nothing to decide, or not by this reader. */
    Optional<DecisionForm> form(String commandId, DecisionForm.Typed typed) {
        return shown.review()
                .filter(review -> review.state() == CaseState.OPEN && decides(review))
                .map(review -> new DecisionForm(
                        commandId,
                        review.contentHash(),
                        moves(review),
                        whyNot(review),
                        holder(review),
                        new Wording(
                                typed.text().orElse(shown.content().text()),
                                shown.content().variants()),
                        rules(),
                        typed));
    }

    /** What is escalated to administrators they decide on, too. */
    private boolean decides(CaseView review) {
        return viewer.reviews()
                || (viewer.administers() && review.escalatedTo().equals(Optional.of("role:administrator")));
    }

    private Set<DecisionForm.Move> moves(CaseView review) {
        if (review.contributors().contains(viewer.id())) {
            return Set.of();
        }
        if (holder(review).isPresent()) {
            return Set.of(DecisionForm.Move.TAKE_OVER);
        }
        Set<DecisionForm.Move> moves = EnumSet.of(
                claim(review).isPresent() ? DecisionForm.Move.UNCLAIM : DecisionForm.Move.CLAIM,
                DecisionForm.Move.EDIT,
                DecisionForm.Move.REQUEST_CHANGES,
                DecisionForm.Move.REJECT,
                DecisionForm.Move.ESCALATE);
        if (!review.blocked() && !review.approvers().contains(viewer.id())) {
            moves.add(DecisionForm.Move.APPROVE);
        }
        return moves;
    }

    private Optional<String> holder(CaseView review) {
        return claim(review).map(ClaimView::by).filter(by -> !by.equals(viewer.id()));
    }

    private Optional<String> whyNot(CaseView review) {
        if (review.contributors().contains(viewer.id())) {
            return Optional.of("You wrote or edited this post, so somebody else has to decide on it.");
        }
        return claim(review)
                .filter(claim -> !claim.by().equals(viewer.id()))
                .map(claim -> claim.by() + " is looking at this until " + Moment.clock(claim.until())
                        + ". Take the next one, or come back then.");
    }

    private List<DecisionForm.Rule> rules() {
        return shown.verdict().stream()
                .flatMap(verdict -> verdict.rules().stream())
                .filter(rule -> rule.action() != Action.NOTE)
                .map(rule -> new DecisionForm.Rule(rule.ruleId(), rule.title()))
                .distinct()
                .toList();
    }

    private Optional<ClaimView> claim(CaseView review) {
        return review.claim().filter(claim -> claim.holdsAt(now));
    }
}
