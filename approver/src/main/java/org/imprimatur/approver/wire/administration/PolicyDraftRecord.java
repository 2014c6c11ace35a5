package org.imprimatur.approver.wire.administration;

import java.util.List;
import java.util.Optional;
import org.imprimatur.schemas.avro.PolicyExample;

/** Drafts of rules in the contract's words, and back. */
final class PolicyDraftRecord {

    private PolicyDraftRecord() {}

    static org.imprimatur.schemas.avro.PolicyDraft written(PolicyDraft draft) {
        return new org.imprimatur.schemas.avro.PolicyDraft(
                draft.author(),
                draft.text(),
                draft.savedAt(),
                draft.trial().map(PolicyDraftRecord::written).orElse(null));
    }

    static PolicyDraft read(org.imprimatur.schemas.avro.PolicyDraft draft) {
        return new PolicyDraft(
                draft.getAuthor(),
                draft.getText(),
                draft.getSavedAt(),
                Optional.ofNullable(draft.getTrial()).map(PolicyDraftRecord::read));
    }

    private static org.imprimatur.schemas.avro.PolicyTrial written(PolicyTrial trial) {
        PolicyTrial.Figures figures = trial.figures();
        return org.imprimatur.schemas.avro.PolicyTrial.newBuilder()
                .setFingerprint(trial.fingerprint())
                .setAgainst(trial.against())
                .setBegunAt(trial.begunAt())
                .setAt(trial.at())
                .setTotal(trial.total())
                .setDone(figures.done())
                .setSkipped(figures.skipped())
                .setHeldBefore(figures.heldBefore())
                .setHeldAfter(figures.heldAfter())
                .setNewlyHeld(figures.newlyHeld())
                .setNewlyPassed(figures.newlyPassed())
                .setDecided(figures.decided())
                .setAgreedBefore(figures.agreedBefore())
                .setAgreedAfter(figures.agreedAfter())
                .setHeld(written(trial.held()))
                .setPassed(written(trial.passed()))
                .setDisputed(written(trial.disputed()))
                .build();
    }

    private static PolicyTrial read(org.imprimatur.schemas.avro.PolicyTrial trial) {
        return new PolicyTrial(
                trial.getFingerprint(),
                trial.getAgainst(),
                trial.getBegunAt(),
                trial.getAt(),
                trial.getTotal(),
                new PolicyTrial.Figures(
                        trial.getDone(),
                        trial.getSkipped(),
                        trial.getHeldBefore(),
                        trial.getHeldAfter(),
                        trial.getNewlyHeld(),
                        trial.getNewlyPassed(),
                        trial.getDecided(),
                        trial.getAgreedBefore(),
                        trial.getAgreedAfter()),
                read(trial.getHeld()),
                read(trial.getPassed()),
                read(trial.getDisputed()));
    }

    private static List<PolicyExample> written(List<PolicyTrial.Example> examples) {
        return examples.stream()
                .map(one -> new PolicyExample(
                        one.postId(),
                        one.revision(),
                        one.rules(),
                        one.decision().orElse(null)))
                .toList();
    }

    private static List<PolicyTrial.Example> read(List<PolicyExample> examples) {
        return examples.stream()
                .map(one -> new PolicyTrial.Example(
                        one.getPostId(), one.getRevision(), one.getRules(), Optional.ofNullable(one.getDecision())))
                .toList();
    }
}
