package org.imprimatur.approver.api;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.imprimatur.approver.post.Finding;
import org.imprimatur.approver.post.FiredRule;
import org.imprimatur.approver.post.Revision;
import org.imprimatur.approver.post.Verdict;
import org.imprimatur.approver.readmodel.ApprovalView;
import org.imprimatur.approver.readmodel.CaseView;
import org.imprimatur.approver.readmodel.DeadLetterRow;
import org.imprimatur.approver.readmodel.HistoryRow;
import org.imprimatur.approver.readmodel.PostPage;
import org.imprimatur.approver.readmodel.PostRow;
import org.imprimatur.approver.readmodel.PostView;
import org.imprimatur.approver.readmodel.Presences;
import org.imprimatur.approver.readmodel.QueueCounts;
import org.imprimatur.approver.readmodel.QueueFilter;
import org.imprimatur.approver.readmodel.QueuePage;
import org.imprimatur.approver.readmodel.QueueRow;
import org.imprimatur.approver.readmodel.RevisionView;

/** What answers say, field by field; a field without a value is left out. Times are ISO 8601 in UTC. */
final class CaseBody {

    private CaseBody() {}

    static Map<String, Object> page(QueuePage page, QueueFilter filter) {
        return fields(
                "total", page.total(),
                "offset", filter.offset(),
                "items", page.rows().stream().map(CaseBody::queueRow).toList());
    }

    private static Map<String, Object> queueRow(QueueRow row) {
        Map<String, Object> fields = review(row.review());
        fields.putAll(fields(
                "author", row.author(),
                "account", row.account(),
                "preview", row.preview(),
                "scheduledAt", row.scheduledAt()));
        return fields;
    }

    /** With what colleagues said to each other, or without. */
    static Map<String, Object> post(PostView post, boolean notes) {
        return fields(
                "postId", post.postId(),
                "state", post.state().name(),
                "revisions",
                        post.revisions().stream()
                                .map(view -> revision(view, notes))
                                .toList(),
                "deliveries",
                        post.deliveries().stream().map(DeliveryBody::delivery).toList());
    }

    private static Map<String, Object> revision(RevisionView view, boolean notes) {
        Revision content = view.content();
        return fields(
                "revision", content.revision(),
                "contentHash", content.contentHash(),
                "author", content.author(),
                "contributors", content.contributors(),
                "account", content.account(),
                "inReplyTo", content.inReplyTo(),
                "text", content.text(),
                "variants", content.variants(),
                "media",
                        content.pictures().stream()
                                .map(picture -> fields(
                                        "hash", picture.hash(),
                                        "mediaType", picture.mediaType(),
                                        "altText", picture.altText()))
                                .toList(),
                "authorizations", content.authorizations(),
                "scheduledAt", content.scheduledAt(),
                "submittedAt", content.submittedAt(),
                "verdict", view.verdict().map(CaseBody::verdict),
                "case", view.review().map(review -> review(notes ? review : review.withoutNotes())));
    }

    private static Map<String, Object> verdict(Verdict verdict) {
        return fields(
                "held", verdict.held(),
                "findings", verdict.findings().stream().map(CaseBody::finding).toList(),
                "rules", verdict.rules().stream().map(CaseBody::rule).toList(),
                "policyVersion", verdict.policyVersion(),
                "engineVersion", verdict.engineVersion(),
                "judgedAt", verdict.judgedAt());
    }

    private static Map<String, Object> finding(Finding finding) {
        return fields(
                "detector", finding.detector(),
                "kind", finding.kind(),
                "spans",
                        finding.spans().stream()
                                .map(span -> fields("start", span.start(), "end", span.end()))
                                .toList(),
                "confidence", finding.confidence(),
                "explanation", finding.explanation(),
                "citation", finding.citation(),
                "suggestion", finding.suggestion(),
                "picture", finding.picture());
    }

    private static Map<String, Object> rule(FiredRule rule) {
        return fields(
                "ruleId", rule.ruleId(),
                "title", rule.title(),
                "reason", rule.reason(),
                "citation", rule.citation(),
                "action", rule.action().name(),
                "severity", rule.severity().name(),
                "message", rule.message(),
                "suggestion", rule.suggestion(),
                "findings", rule.findings());
    }

    static Map<String, Object> review(CaseView review) {
        return fields(
                "postId", review.postId(),
                "revision", review.revision(),
                "contentHash", review.contentHash(),
                "state", review.state().name(),
                "approvalsNeeded", review.approvalsNeeded(),
                "blocked", review.blocked(),
                "approvers", review.approvers(),
                "approvals", review.approvals().stream().map(CaseBody::approval).toList(),
                "escalatedTo", review.escalatedTo(),
                "secondLook", review.secondLook(),
                "lowRisk", review.lowRisk(),
                "expiresAt", review.expiresAt(),
                "releaseAt", review.releaseAt(),
                "contributors", review.contributors(),
                "claim", review.claim().map(claim -> fields("by", claim.by(), "until", claim.until())),
                "severity", review.severity().name(),
                "reasons", review.reasons(),
                "openedAt", review.openedAt(),
                "dueAt", review.dueAt(),
                "closing", review.closing().map(CaseBody::event));
    }

    private static Map<String, Object> approval(ApprovalView approval) {
        return fields(
                "by", approval.by(),
                "at", approval.at(),
                "note", approval.note(),
                "undoUntil", approval.undoUntil(),
                "inBulk", approval.inBulk());
    }

    static Map<String, Object> looking(List<Presences.Looking> people) {
        return fields(
                "looking",
                people.stream()
                        .map(each -> fields("person", each.person(), "since", each.since()))
                        .toList());
    }

    static Map<String, Object> counts(QueueCounts counts) {
        return fields(
                "states", counts.states(),
                "severities", counts.severities(),
                "reasons", counts.reasons(),
                "accounts", counts.accounts(),
                "overdue", counts.overdue(),
                "claimedByMe", counts.claimedByMe(),
                "involvingMe", counts.involvingMe(),
                "free", counts.free(),
                "secondLook", counts.secondLook(),
                "lowRisk", counts.lowRisk(),
                "escalated", counts.escalated());
    }

    static Map<String, Object> posts(PostPage page, int offset) {
        return fields(
                "total", page.total(),
                "offset", offset,
                "items", page.rows().stream().map(CaseBody::postRow).toList());
    }

    private static Map<String, Object> postRow(PostRow row) {
        return fields(
                "postId", row.postId(),
                "revision", row.revision(),
                "author", row.author(),
                "account", row.account(),
                "preview", row.preview(),
                "state", row.state().name(),
                "note", row.note(),
                "scheduledAt", row.scheduledAt(),
                "submittedAt", row.submittedAt());
    }

    static Map<String, Object> event(HistoryRow event) {
        return fields(
                "postId", event.postId(),
                "sequence", event.sequence(),
                "kind", event.kind(),
                "revision", event.revision(),
                "contentHash", event.contentHash(),
                "commandId", event.commandId(),
                "actor", event.actor(),
                "roles", event.roles(),
                "reason", event.reason(),
                "refusal", event.refusal(),
                "policy", event.policy(),
                "note", event.note(),
                "until", event.until(),
                "whom", event.whom(),
                "madeHash", event.madeHash(),
                "undone", event.undone() == 0 ? Optional.empty() : event.undone(),
                "traits", event.traits().stream().map(Enum::name).sorted().toList(),
                "policyVersion", event.policyVersion(),
                "engineVersion", event.engineVersion(),
                "at", event.at(),
                "previousHash", event.previousHash(),
                "hash", event.hash());
    }

    static Map<String, Object> deadLetter(DeadLetterRow letter) {
        return fields(
                "service", letter.service(),
                "topic", letter.topic(),
                "partition", letter.partition(),
                "offset", letter.offset(),
                "key", letter.key(),
                "fault", letter.fault(),
                "at", letter.at());
    }

    static Map<String, Object> fields(Object... namesAndValues) {
        Map<String, Object> fields = new LinkedHashMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            String name = (String) namesAndValues[i];
            plain(namesAndValues[i + 1]).ifPresent(value -> fields.put(name, value));
        }
        return fields;
    }

    private static Optional<Object> plain(Object value) {
        if (value instanceof Optional<?> optional) {
            return optional.flatMap(CaseBody::plain);
        }
        return Optional.of(value instanceof Instant instant ? instant.toString() : value);
    }
}
