package org.imprimatur.approver.web.author;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.imprimatur.approver.post.Action;
import org.imprimatur.approver.post.Finding;
import org.imprimatur.approver.post.FiredRule;
import org.imprimatur.approver.post.Severity;
import org.imprimatur.approver.post.Span;
import org.imprimatur.approver.post.Verdict;

/** Reads the answer of {@code POST /v1/check} as a verdict. */
final class VerdictBody {
    private VerdictBody() {}

    /** The verdict on what is no revision yet. */
    static Verdict read(Map<String, ?> body, Instant now) {
        return new Verdict(
                1,
                "",
                "HELD".equals(body.get("route")),
                list(body, "findings", VerdictBody::finding),
                list(body, "rules", VerdictBody::rule),
                number(body, "approvalsNeeded").intValue(),
                text(body, "policyVersion"),
                text(body, "engineVersion"),
                now);
    }

    private static Finding finding(Object value) {
        Map<?, ?> body = (Map<?, ?>) value;
        return new Finding(
                text(body, "detector"),
                text(body, "kind"),
                list(body, "spans", VerdictBody::span),
                number(body, "confidence").doubleValue(),
                text(body, "explanation"),
                optional(body, "citation"),
                optional(body, "suggestion"),
                Optional.ofNullable((Number) body.get("picture")).map(Number::intValue));
    }

    private static Span span(Object value) {
        Map<?, ?> body = (Map<?, ?>) value;
        return new Span(number(body, "start").intValue(), number(body, "end").intValue());
    }

    private static FiredRule rule(Object value) {
        Map<?, ?> body = (Map<?, ?>) value;
        return new FiredRule(
                text(body, "ruleId"),
                text(body, "title"),
                text(body, "reason"),
                text(body, "citation"),
                Action.valueOf(text(body, "action")),
                Severity.valueOf(text(body, "severity")),
                text(body, "message"),
                optional(body, "suggestion"),
                list(body, "findings", index -> ((Number) index).intValue()));
    }

    private static <T> List<T> list(Map<?, ?> body, String name, Function<Object, T> item) {
        return ((List<?>) Objects.requireNonNull(body.get(name), name))
                .stream().map(each -> item.apply(Objects.requireNonNull(each))).toList();
    }

    private static Number number(Map<?, ?> body, String name) {
        return (Number) Objects.requireNonNull(body.get(name), name);
    }

    private static String text(Map<?, ?> body, String name) {
        return Objects.requireNonNull(body.get(name), name).toString();
    }

    private static Optional<String> optional(Map<?, ?> body, String name) {
        return Optional.ofNullable(body.get(name)).map(Object::toString);
    }
}
