package org.imprimatur.approver.web;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.imprimatur.approver.web.author.DraftDesk;
import org.imprimatur.kit.identity.Identity;
import org.imprimatur.kit.web.Problem;
import org.imprimatur.kit.web.ProblemException;
import org.imprimatur.schemas.ContentHash;
import org.imprimatur.schemas.avro.Draft;
import org.imprimatur.schemas.avro.DraftKind;
import org.imprimatur.schemas.avro.Media;
import org.jspecify.annotations.Nullable;

/** Takes drafts into the pipeline under test; its engine holds telephone numbers and the names that it was given. */
final class PlainDesk implements DraftDesk {
    private static final Pattern PHONE = Pattern.compile("\\d{3}-\\d{3}-\\d{4}");

    final List<Map<String, Object>> taken = new CopyOnWriteArrayList<>();
    volatile boolean silent;
    volatile Optional<Problem> refusal = Optional.empty();
    private final PipelineUnderTest pipeline;
    private final HandClock clock;

    PlainDesk(PipelineUnderTest pipeline, HandClock clock) {
        this.pipeline = pipeline;
        this.clock = clock;
    }

    @Override
    public Map<String, Object> check(Identity author, Map<String, ?> draft) {
        if (silent) {
            throw ProblemException.of(503, "Nothing can be checked just now.");
        }
        String text = String.valueOf(draft.get("text"));
        List<Map<String, Object>> findings = new ArrayList<>();
        List<Map<String, Object>> rules = new ArrayList<>();
        look(text, Pattern.compile("Dolores Quimby"), "PATIENT_NAME", "A patient is named", findings, rules);
        look(text, PHONE, "PHONE", "A private phone or e-mail", findings, rules);
        Map<String, Object> verdict = new HashMap<>();
        verdict.put("route", rules.isEmpty() ? "CLEARED" : "HELD");
        verdict.put("approvalsNeeded", rules.isEmpty() ? 0 : 1);
        verdict.put("findings", findings);
        verdict.put("rules", rules);
        verdict.put("policyVersion", "tests 1");
        verdict.put("engineVersion", "0");
        return verdict;
    }

    private static void look(
            String text,
            Pattern wanted,
            String kind,
            String title,
            List<Map<String, Object>> findings,
            List<Map<String, Object>> rules) {
        Matcher found = wanted.matcher(text);
        if (!found.find()) {
            return;
        }
        int start = text.codePointCount(0, found.start());
        int end = text.codePointCount(0, found.end());
        findings.add(Map.of(
                "detector",
                "tests",
                "kind",
                kind,
                "spans",
                List.of(Map.of("start", start, "end", end)),
                "confidence",
                0.9,
                "explanation",
                "This leads to one person."));
        rules.add(Map.of(
                "ruleId",
                "us." + kind,
                "title",
                title,
                "reason",
                "PATIENT_IDENTIFIER",
                "citation",
                "45 CFR 164.514",
                "action",
                "HOLD",
                "severity",
                "HIGH",
                "message",
                "It may tell who somebody is.",
                "suggestion",
                "Leave it out.",
                "findings",
                List.of(findings.size() - 1)));
    }

    @Override
    public String submit(Identity author, String key, Map<String, ?> draft) {
        String postId = UUID.nameUUIDFromBytes((author.id() + key).getBytes(StandardCharsets.UTF_8))
                .toString();
        take(author, postId, 1, draft);
        return postId;
    }

    @Override
    public String revise(Identity author, String postId, Map<String, ?> draft) {
        take(author, postId, ((Number) said(draft, "baseRevision")).intValue() + 1, draft);
        return postId;
    }

    @Override
    public Map<String, Object> upload(byte[] picture) {
        if (picture.length < 8) {
            throw ProblemException.of(
                    415, "Send a JPEG, PNG, GIF or WebP picture; these bytes begin like none of them.");
        }
        return Map.of("hash", "%064x".formatted(picture.length), "mediaType", "image/png", "size", picture.length);
    }

    private void take(Identity author, String postId, int revision, Map<String, ?> body) {
        refusal.ifPresent(problem -> {
            throw new ProblemException(problem);
        });
        taken.add(new HashMap<>(body));
        Object answered = body.get("inReplyTo");
        List<Media> media = new ArrayList<>();
        ((List<?>) said(body, "media")).forEach(each -> {
            Map<?, ?> one = (Map<?, ?>) each;
            media.add(new Media(
                    said(one, "hash").toString(),
                    "image/png",
                    said(one, "altText").toString()));
        });
        Map<String, String> variants = new HashMap<>();
        ((Map<?, ?>) said(body, "variants")).forEach((name, text) -> variants.put(name.toString(), text.toString()));
        Draft draft = new Draft(
                postId,
                revision,
                "",
                author.id(),
                List.of(author.id()),
                said(body, "account").toString(),
                answered == null ? DraftKind.POST : DraftKind.REPLY,
                answered == null ? null : answered.toString(),
                said(body, "text").toString(),
                variants,
                media,
                ((List<?>) said(body, "authorizations"))
                        .stream().map(Object::toString).toList(),
                moment(body, "scheduledAt"),
                moment(body, "expiresAt"),
                clock.instant());
        pipeline.submitted(
                Draft.newBuilder(draft).setContentHash(ContentHash.of(draft)).build());
    }

    private static Object said(Map<?, ?> body, String name) {
        return Objects.requireNonNull(body.get(name), name);
    }

    private static @Nullable Instant moment(Map<String, ?> body, String name) {
        Object value = body.get(name);
        return value == null ? null : OffsetDateTime.parse(value.toString()).toInstant();
    }
}
