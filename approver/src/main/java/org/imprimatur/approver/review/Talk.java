package org.imprimatur.approver.review;

import java.util.Optional;

/** Who may say something about a case, before and after it is decided: reviewers, and to them who wrote it. */
record Talk(Review review, Ask ask) {

    Optional<Refusal> hindrance(Command.Comment command) {
        Optional<Opening> reviewed = review.state().stage().reviewed();
        if (reviewed.isEmpty()) {
            return Optional.of(Sentences.notOpen(review.state().stage(), ask.seen()));
        }
        if (!reviewed.get().content().equals(ask.seen())) {
            return Optional.of(Sentences.stale(ask.seen(), reviewed.get().content()));
        }
        boolean wroteIt = reviewed.get().contributors().contains(ask.by().id());
        boolean addressed = review.state().stage() instanceof Open open && open.mayDecide(ask.by());
        if (!wroteIt && !ask.by().mayReview() && !addressed) {
            return Optional.of(Sentences.notAReviewer());
        }
        if (wroteIt && command.note().isPresent()) {
            return Optional.of(Sentences.noteOnOwnWork());
        }
        return blank(command.toAuthor()) && blank(command.note())
                ? Optional.of(Sentences.nothingSaid())
                : Optional.empty();
    }

    private static boolean blank(Optional<String> text) {
        return text.filter(each -> !each.isBlank()).isEmpty();
    }
}
