package org.imprimatur.approver.web.policy;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.imprimatur.approver.readmodel.CaseState;
import org.imprimatur.approver.readmodel.PastRevision;
import org.imprimatur.approver.wire.administration.PolicyTrial;
import org.imprimatur.approver.wire.administration.PolicyTrial.Example;
import org.imprimatur.approver.wire.administration.PolicyTrial.Figures;

/**
 * Counts a dry run. People said that a revision may go out when they approved it, and that it may not when they rejected
 * it, asked for changes or changed it themselves; rules agree with them when they pass the former and hold the latter.
 * Each example is there once a kind. For one thread.
 */
final class TrialTally {
    private static final Set<CaseState> FOR = Set.of(CaseState.APPROVED, CaseState.RELEASED);
    private static final Set<CaseState> AGAINST =
            Set.of(CaseState.REJECTED, CaseState.CHANGES_REQUESTED, CaseState.EDITED);

    private final List<Example> held = new ArrayList<>();
    private final List<Example> passed = new ArrayList<>();
    private final List<Example> disputed = new ArrayList<>();
    private int done;
    private int skipped;
    private int heldBefore;
    private int heldAfter;
    private int newlyHeld;
    private int newlyPassed;
    private int decided;
    private int agreedBefore;
    private int agreedAfter;

    int done() {
        return done;
    }

    void skip() {
        done++;
        skipped++;
    }

    void count(PastRevision revision, PolicyDesk.Outcome outcome) {
        boolean before = outcome.before().held();
        boolean after = outcome.after().held();
        done++;
        heldBefore += before ? 1 : 0;
        heldAfter += after ? 1 : 0;
        if (after && !before) {
            newlyHeld++;
            show(held, revision, outcome.after().titles());
        }
        if (before && !after) {
            newlyPassed++;
            show(passed, revision, outcome.before().titles());
        }
        revision.state()
                .filter(state -> FOR.contains(state) || AGAINST.contains(state))
                .ifPresent(state -> {
                    boolean shouldBeHeld = AGAINST.contains(state);
                    decided++;
                    agreedBefore += before == shouldBeHeld ? 1 : 0;
                    agreedAfter += after == shouldBeHeld ? 1 : 0;
                    if (after != shouldBeHeld) {
                        show(disputed, revision, outcome.after().titles());
                    }
                });
    }

    /** As far as it has come; {@code begun} says of what. */
    PolicyTrial trial(PolicyTrial begun, Instant now) {
        Figures figures = new Figures(
                done, skipped, heldBefore, heldAfter, newlyHeld, newlyPassed, decided, agreedBefore, agreedAfter);
        return new PolicyTrial(
                begun.fingerprint(),
                begun.against(),
                begun.begunAt(),
                now,
                begun.total(),
                figures,
                held,
                passed,
                disputed);
    }

    private static void show(List<Example> examples, PastRevision revision, List<String> titles) {
        if (examples.size() < PolicyTrial.EXAMPLES) {
            Optional<String> decision = revision.state()
                    .filter(state -> FOR.contains(state) || AGAINST.contains(state))
                    .map(Enum::name);
            examples.add(new Example(revision.postId(), revision.revision(), titles, decision));
        }
    }
}
