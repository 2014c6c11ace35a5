package org.imprimatur.analyzer.wire;

import java.time.Instant;
import org.imprimatur.analyzer.draft.Finding;
import org.imprimatur.analyzer.judge.Judgement;
import org.imprimatur.analyzer.policy.Ruling;
import org.imprimatur.schemas.avro.Action;
import org.imprimatur.schemas.avro.ClearedByPolicy;
import org.imprimatur.schemas.avro.Draft;
import org.imprimatur.schemas.avro.FiredRule;
import org.imprimatur.schemas.avro.Release;
import org.imprimatur.schemas.avro.Route;
import org.imprimatur.schemas.avro.Severity;
import org.imprimatur.schemas.avro.Span;
import org.imprimatur.schemas.avro.Verdict;

/** A judgement on its way to the topics {@code posts.verdicts}, {@code posts.cleared} and {@code posts.held}. */
final class Verdicts {

    private Verdicts() {}

    /**
     * @param draft the revision that was judged
     * @param costMicros processor time spent, microseconds
     */
    static Verdict verdict(Draft draft, Judgement judgement, long costMicros, Instant judgedAt) {
        return Verdict.newBuilder()
                .setPostId(draft.getPostId())
                .setRevision(draft.getRevision())
                .setContentHash(draft.getContentHash())
                .setRoute(route(judgement.route()))
                .setFindings(
                        judgement.findings().stream().map(Verdicts::finding).toList())
                .setRules(judgement.rulings().stream().map(Verdicts::firedRule).toList())
                .setApprovalsNeeded(judgement.approvalsNeeded())
                .setPolicyVersion(judgement.policyVersion())
                .setEngineVersion(judgement.engineVersion())
                .setCostMicros(costMicros)
                .setJudgedAt(judgedAt)
                .build();
    }

    /** The release of a draft that a verdict cleared; its hash is the one that was judged. */
    static Release release(Draft draft, Verdict verdict) {
        return Release.newBuilder()
                .setDraft(draft)
                .setContentHash(verdict.getContentHash())
                .setClearance(new ClearedByPolicy(verdict.getPolicyVersion(), verdict.getEngineVersion()))
                .setReleasedAt(verdict.getJudgedAt())
                .build();
    }

    private static Route route(org.imprimatur.analyzer.judge.Route route) {
        return switch (route) {
            case CLEARED -> Route.CLEARED;
            case HELD -> Route.HELD;
        };
    }

    private static org.imprimatur.schemas.avro.Finding finding(Finding finding) {
        return org.imprimatur.schemas.avro.Finding.newBuilder()
                .setDetector(finding.detector())
                .setKind(finding.kind().name())
                .setSpans(finding.spans().stream()
                        .map(span -> new Span(span.start(), span.end()))
                        .toList())
                .setConfidence(finding.confidence())
                .setExplanation(finding.explanation())
                .setCitation(finding.citation().orElse(null))
                .setSuggestion(finding.suggestion().orElse(null))
                .setPicture(finding.picture().isPresent() ? finding.picture().getAsInt() : null)
                .build();
    }

    private static FiredRule firedRule(Ruling ruling) {
        return FiredRule.newBuilder()
                .setRuleId(ruling.ruleId())
                .setTitle(ruling.title())
                .setReason(ruling.reason().name())
                .setCitation(ruling.citation())
                .setAction(Action.valueOf(ruling.action().name()))
                .setSeverity(Severity.valueOf(ruling.severity().name()))
                .setMessage(ruling.message())
                .setSuggestion(ruling.suggestion().orElse(null))
                .setFindings(ruling.findings())
                .build();
    }
}
