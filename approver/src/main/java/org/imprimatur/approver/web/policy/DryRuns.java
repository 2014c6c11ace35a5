package org.imprimatur.approver.web.policy;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import org.imprimatur.approver.readmodel.PastRevision;
import org.imprimatur.approver.readmodel.ReadModel;
import org.imprimatur.approver.wire.administration.Administration;
import org.imprimatur.approver.wire.administration.PolicyDraft;
import org.imprimatur.approver.wire.administration.PolicyTrial;
import org.imprimatur.kit.log.Fingerprint;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tries drafts of rules over the past, in the background, one after the other. How far it has come is kept with the
 * draft, so that everybody sees it on every instance; a run whose program ended stands still and can be begun again. It
 * stops when its draft is changed or gone.
 */
final class DryRuns {
    private static final Logger LOG = LoggerFactory.getLogger(DryRuns.class);

    /** How many revisions are judged between two notes of how far it has come. */
    private static final int A_STEP = 20;

    /** After so long without a note nobody works on it any more: a revision takes seconds at the very most. */
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final ReadModel readModel;
    private final PolicyDesk desk;
    private final Administration administration;
    private final InstantSource clock;
    private final Executor executor;
    private final int most;

    /**
     * Over the newest revisions of the read model.
     *
     * @param executor works in the background; what waits for it has begun already
     * @param most revisions at most
     */
    DryRuns(
            ReadModel readModel,
            PolicyDesk desk,
            Administration administration,
            InstantSource clock,
            Executor executor,
            int most) {
        this.readModel = readModel;
        this.desk = desk;
        this.administration = administration;
        this.clock = clock;
        this.executor = executor;
        this.most = most;
    }

    /** Whether somebody is still at it. */
    static boolean isRunning(PolicyTrial trial, Instant now) {
        return !trial.finished() && now.isBefore(trial.at().plus(PATIENCE));
    }

    /** How many revisions a run looks at. */
    int most() {
        return most;
    }

    /** Begins, unless this text is being tried; the draft has no faults. */
    void begin(PolicyDraft draft) {
        Instant now = clock.instant();
        if (draft.ownTrial().filter(trial -> isRunning(trial, now)).isPresent()) {
            return;
        }
        PolicyDesk.Rehearsal rehearsal = desk.rehearse(draft.text());
        List<PastRevision> past = readModel.pastRevisions(most);
        String against = desk.active().map(PolicyDesk.Edition::label).orElse("");
        TrialTally tally = new TrialTally();
        PolicyTrial begun = tally.trial(
                new PolicyTrial(
                        draft.fingerprint(),
                        against,
                        now,
                        now,
                        past.size(),
                        new PolicyTrial.Figures(0, 0, 0, 0, 0, 0, 0, 0, 0),
                        List.of(),
                        List.of(),
                        List.of()),
                now);
        administration.keep(draft.with(begun));
        executor.execute(() -> run(draft, begun, past, rehearsal, tally));
    }

    private void run(
            PolicyDraft draft,
            PolicyTrial begun,
            List<PastRevision> past,
            PolicyDesk.Rehearsal rehearsal,
            TrialTally tally) {
        try {
            for (PastRevision revision : past) {
                readModel
                        .draft(revision.postId(), revision.revision())
                        .flatMap(rehearsal::judge)
                        .ifPresentOrElse(outcome -> tally.count(revision, outcome), tally::skip);
                if (tally.done() % A_STEP == 0 && !note(draft, tally.trial(begun, clock.instant()))) {
                    return;
                }
            }
            note(draft, tally.trial(begun, clock.instant()));
        } catch (RuntimeException broken) {
            LOG.atError().addKeyValue("cause", Fingerprint.of(broken)).log("dry_run_stopped");
        }
    }

    /** False when this run is of no use any more. */
    private boolean note(PolicyDraft draft, PolicyTrial trial) {
        Optional<PolicyDraft> current = administration.policyDrafts().stream()
                .filter(each -> each.author().equals(draft.author()))
                .filter(each -> each.ownTrial()
                        .filter(its -> its.begunAt().equals(trial.begunAt()))
                        .isPresent())
                .findFirst();
        current.ifPresent(same -> administration.keep(same.with(trial)));
        return current.isPresent();
    }
}
