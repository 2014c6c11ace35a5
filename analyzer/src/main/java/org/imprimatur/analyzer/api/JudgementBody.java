package org.imprimatur.analyzer.api;

import java.util.LinkedHashMap;
import java.util.Map;
import org.imprimatur.analyzer.draft.Finding;
import org.imprimatur.analyzer.judge.Judgement;
import org.imprimatur.analyzer.policy.Ruling;

/** A judgement as a JSON object, in the words of the topic {@code posts.verdicts}; what is absent is left out. */
final class JudgementBody {
    private JudgementBody() {}

    static Map<String, Object> of(Judgement judgement) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("route", judgement.route().name());
        body.put("approvalsNeeded", judgement.approvalsNeeded());
        body.put(
                "findings",
                judgement.findings().stream().map(JudgementBody::finding).toList());
        body.put("rules", judgement.rulings().stream().map(JudgementBody::rule).toList());
        body.put("policyVersion", judgement.policyVersion());
        body.put("engineVersion", judgement.engineVersion());
        return body;
    }

    private static Map<String, Object> finding(Finding finding) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("detector", finding.detector());
        body.put("kind", finding.kind().name());
        body.put(
                "spans",
                finding.spans().stream()
                        .map(span -> Map.of("start", span.start(), "end", span.end()))
                        .toList());
        body.put("confidence", finding.confidence());
        body.put("explanation", finding.explanation());
        finding.citation().ifPresent(citation -> body.put("citation", citation));
        finding.suggestion().ifPresent(suggestion -> body.put("suggestion", suggestion));
        finding.picture().ifPresent(picture -> body.put("picture", picture));
        return body;
    }

    private static Map<String, Object> rule(Ruling ruling) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("ruleId", ruling.ruleId());
        body.put("title", ruling.title());
        body.put("reason", ruling.reason().name());
        body.put("citation", ruling.citation());
        body.put("action", ruling.action().name());
        body.put("severity", ruling.severity().name());
        body.put("message", ruling.message());
        ruling.suggestion().ifPresent(suggestion -> body.put("suggestion", suggestion));
        body.put("findings", ruling.findings());
        return body;
    }
}
