package org.imprimatur.ingest.api;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.imprimatur.ingest.desk.Receipt;
import org.imprimatur.ingest.intake.Content;
import org.imprimatur.ingest.intake.Draft;
import org.imprimatur.ingest.intake.Picture;
import org.imprimatur.ingest.progress.LogEntry.Submitted;
import org.imprimatur.ingest.progress.Progress;
import org.imprimatur.ingest.progress.Publication;
import org.imprimatur.ingest.progress.Reason;
import org.imprimatur.ingest.reading.PostList;

/** Posts as JSON objects; what is absent is left out, times are RFC 3339 in UTC. */
final class PostBody {

    private PostBody() {}

    static Map<String, Object> receipt(Receipt receipt, String state) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("postId", receipt.postId().value());
        body.put("revision", receipt.revision());
        body.put("contentHash", receipt.contentHash());
        body.put("state", state);
        return body;
    }

    static Map<String, Object> post(Submitted newest, Progress progress) {
        Draft draft = newest.draft();
        Content content = draft.content();
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("postId", draft.postId().value());
        body.put("revision", draft.revision());
        body.put("contentHash", newest.contentHash());
        body.put("state", progress.state().word());
        body.put("reasons", progress.reasons().stream().map(PostBody::reason).toList());
        if (progress.approvalsNeeded() > 0) {
            body.put("approvalsNeeded", progress.approvalsNeeded());
        }
        optional(body, "note", progress.note());
        body.put(
                "publications",
                progress.publications().stream().map(PostBody::publication).toList());
        body.put("author", draft.author());
        body.put("contributors", draft.contributors());
        body.put("submittedAt", draft.submittedAt().toString());
        body.put("account", content.account());
        body.put("kind", content.kind().word());
        optional(body, "inReplyTo", content.inReplyTo());
        body.put("text", content.text());
        body.put("variants", content.variants());
        body.put("media", content.media().stream().map(PostBody::picture).toList());
        body.put("authorizations", content.authorizations());
        optional(body, "scheduledAt", content.scheduledAt().map(Instant::toString));
        optional(body, "expiresAt", content.expiresAt().map(Instant::toString));
        return body;
    }

    static Map<String, Object> page(PostList list) {
        List<Map<String, Object>> lines = list.lines().stream()
                .map(line -> Map.<String, Object>of(
                        "postId", line.postId().value(),
                        "state", line.state(),
                        "begunAt", Instant.ofEpochMilli(line.begunAt()).toString()))
                .toList();
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("drafts", lines);
        optional(body, "next", list.next().map(PostList.Cursor::toString));
        return body;
    }

    private static Map<String, Object> reason(Reason reason) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("rule", reason.rule());
        body.put("title", reason.title());
        body.put("reason", reason.reason());
        body.put("message", reason.message());
        body.put("citation", reason.citation());
        optional(body, "suggestion", reason.suggestion());
        return body;
    }

    private static Map<String, Object> publication(Publication publication) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("revision", publication.revision());
        body.put("account", publication.account());
        body.put("state", publication.state().word());
        optional(body, "url", publication.url());
        optional(body, "reason", publication.reason());
        optional(body, "dueAt", publication.dueAt().map(Instant::toString));
        body.put("at", publication.at().toString());
        return body;
    }

    private static Map<String, Object> picture(Picture picture) {
        return Map.of("hash", picture.hash(), "mediaType", picture.mediaType(), "altText", picture.altText());
    }

    private static void optional(Map<String, Object> body, String name, Optional<String> value) {
        value.ifPresent(text -> body.put(name, text));
    }
}
