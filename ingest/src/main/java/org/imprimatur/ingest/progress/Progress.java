package org.imprimatur.ingest.progress;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Where a post stands: the state of its newest revision and what explains it.
 *
 * @param reasons why it was held; empty when it was not
 * @param approvalsNeeded distinct people who must approve; 0 when it was not held
 * @param note what a reviewer last told the author
 * @param publications the newest step of each delivery of the post, of earlier revisions too
 */
public record Progress(
        State state, List<Reason> reasons, int approvalsNeeded, Optional<String> note, List<Publication> publications) {

    public Progress {
        reasons = List.copyOf(reasons);
        publications = List.copyOf(publications);
    }

    /**
     * Derives it; the order of the steps in the lists does not matter, and steps of other revisions than the newest
     * count only as publications.
     *
     * @param newest number of the newest revision
     */
    public static Progress of(
            int newest, List<Screening> screenings, List<ReviewStep> steps, List<Publication> publications) {
        Optional<Screening> screening =
                screenings.stream().filter(one -> one.revision() == newest).findFirst();
        Optional<ReviewStep> decided = steps.stream()
                .filter(step -> step.revision() == newest && step.leadsTo().isPresent())
                .max(Comparator.comparingLong(ReviewStep::sequence));
        Optional<Publication> delivery = publications.stream()
                .filter(one -> one.revision() == newest)
                .filter(one -> !overtaken(one, decided))
                .max(Comparator.comparing(Publication::at));
        State state = delivery.map(Publication::state)
                .or(() -> decided.flatMap(ReviewStep::leadsTo))
                .or(() -> screening.map(one -> one.held() ? State.HELD : State.CLEARED))
                .orElse(State.SCREENING);
        return new Progress(
                state,
                screening.map(Screening::reasons).orElse(List.of()),
                screening.map(Screening::approvalsNeeded).orElse(0),
                decided.flatMap(ReviewStep::note),
                publications);
    }

    /** What was scheduled and then went back to a reviewer is no longer scheduled. */
    private static boolean overtaken(Publication delivery, Optional<ReviewStep> decided) {
        return delivery.state() == State.SCHEDULED
                && decided.filter(step -> step.at().isAfter(delivery.at())).isPresent();
    }
}
