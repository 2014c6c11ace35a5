package org.imprimatur.approver.web;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.imprimatur.schemas.ContentHash;
import org.imprimatur.schemas.avro.Action;
import org.imprimatur.schemas.avro.Draft;
import org.imprimatur.schemas.avro.DraftKind;
import org.imprimatur.schemas.avro.Finding;
import org.imprimatur.schemas.avro.FiredRule;
import org.imprimatur.schemas.avro.Held;
import org.imprimatur.schemas.avro.Media;
import org.imprimatur.schemas.avro.Route;
import org.imprimatur.schemas.avro.Severity;
import org.imprimatur.schemas.avro.Span;
import org.imprimatur.schemas.avro.Verdict;
import org.jspecify.annotations.Nullable;

/** An invented draft and why it is held, put together step by step. */
final class Sample {
    private final String postId;
    private final String text;
    private final Instant at;
    private final List<Finding> findings = new ArrayList<>();
    private final List<FiredRule> rules = new ArrayList<>();
    private final List<Media> media = new ArrayList<>();
    private int revision = 1;
    private String author = "ana";
    private String account = "harbor-valley-bluesky";
    private int approvals = 1;
    private List<String> authorizations = List.of();
    private @Nullable String inReplyTo;
    private @Nullable Instant expiresAt;
    private @Nullable Instant scheduledAt;
    private @Nullable String editor;

    private Sample(String postId, String text, Instant at) {
        this.postId = postId;
        this.text = text;
        this.at = at;
    }

    static Sample draft(String postId, String text, Instant at) {
        return new Sample(postId, text, at);
    }

    Sample revision(int number) {
        revision = number;
        return this;
    }

    Sample author(String person) {
        author = person;
        return this;
    }

    Sample approvals(int people) {
        approvals = people;
        return this;
    }

    Sample account(String id) {
        account = id;
        return this;
    }

    Sample answers(String words) {
        inReplyTo = words;
        return this;
    }

    Sample under(String authorization) {
        authorizations = List.of(authorization);
        return this;
    }

    Sample until(Instant end) {
        expiresAt = end;
        return this;
    }

    Sample goesOut(Instant time) {
        scheduledAt = time;
        return this;
    }

    /** Who changed the wording of its author. */
    Sample editedBy(String person) {
        editor = person;
        return this;
    }

    Sample picture(String altText) {
        media.add(new Media("0".repeat(63) + media.size(), "image/jpeg", altText));
        return this;
    }

    /** Every place of the quoted words is marked; no words for a finding about the whole. */
    Sample finding(String kind, String quoted, String explanation) {
        return finding(kind, quoted, explanation, null);
    }

    /** About a picture, by its place from 0, or about its alt text. */
    Sample findingOn(int picture, String kind, String explanation) {
        return finding(kind, "", explanation, picture);
    }

    private Sample finding(String kind, String quoted, String explanation, @Nullable Integer picture) {
        findings.add(new Finding(
                kind.toLowerCase(java.util.Locale.ROOT), kind, spans(quoted), 0.9, explanation, null, null, picture));
        return this;
    }

    Sample rule(
            Severity severity,
            Action action,
            String reason,
            String title,
            String message,
            @Nullable String suggestion,
            Integer... about) {
        rules.add(new FiredRule(
                "us." + reason.toLowerCase(java.util.Locale.ROOT).replace('_', '-') + "." + (rules.size() + 1),
                title,
                reason,
                "45 CFR 164.514(b)(2)",
                action,
                severity,
                message,
                suggestion,
                List.of(about)));
        return this;
    }

    Draft draft() {
        Draft draft = new Draft(
                postId,
                revision,
                "",
                editor == null ? author : editor,
                editor == null ? List.of(author) : List.of(author, editor),
                account,
                inReplyTo == null ? DraftKind.POST : DraftKind.REPLY,
                inReplyTo,
                text,
                Map.of(),
                media,
                authorizations,
                scheduledAt,
                expiresAt,
                at);
        return Draft.newBuilder(draft).setContentHash(ContentHash.of(draft)).build();
    }

    Held held() {
        Draft draft = draft();
        return new Held(
                draft,
                new Verdict(
                        postId,
                        revision,
                        draft.getContentHash(),
                        Route.HELD,
                        findings,
                        rules,
                        approvals,
                        "healthcare-us 2026-11",
                        "0.1.0",
                        900L,
                        at));
    }

    private List<Span> spans(String quoted) {
        List<Span> spans = new ArrayList<>();
        for (int from = text.indexOf(quoted); !quoted.isEmpty() && from >= 0; from = text.indexOf(quoted, from + 1)) {
            int start = text.codePointCount(0, from);
            spans.add(new Span(start, start + quoted.codePointCount(0, quoted.length())));
        }
        return spans;
    }

    static String id(int number) {
        return Objects.requireNonNull("%08d-0000-4000-8000-000000000000".formatted(number));
    }
}
