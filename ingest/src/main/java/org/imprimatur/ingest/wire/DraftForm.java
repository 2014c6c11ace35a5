package org.imprimatur.ingest.wire;

import java.util.List;
import java.util.Optional;
import org.imprimatur.ingest.intake.Content;
import org.imprimatur.ingest.intake.Draft;
import org.imprimatur.ingest.intake.Kind;
import org.imprimatur.ingest.intake.Picture;
import org.imprimatur.ingest.intake.PostId;
import org.imprimatur.schemas.ContentHash;
import org.imprimatur.schemas.avro.DraftKind;
import org.imprimatur.schemas.avro.Media;

/** A draft as a record of the topic, and back. */
final class DraftForm {

    private DraftForm() {}

    /** The record, with its content hash. */
    static org.imprimatur.schemas.avro.Draft toRecord(Draft draft) {
        org.imprimatur.schemas.avro.Draft unsealed = record(draft, "");
        return record(draft, ContentHash.of(unsealed));
    }

    static Draft fromRecord(org.imprimatur.schemas.avro.Draft record) {
        List<Picture> media = record.getMedia().stream()
                .map(one -> new Picture(one.getHash(), one.getMediaType(), one.getAltText()))
                .toList();
        Content content = new Content(
                record.getAccount(),
                Kind.valueOf(record.getKind().name()),
                Optional.ofNullable(record.getInReplyTo()),
                record.getText(),
                record.getVariants(),
                media,
                record.getAuthorizations(),
                Optional.ofNullable(record.getScheduledAt()),
                Optional.ofNullable(record.getExpiresAt()));
        return new Draft(
                new PostId(record.getPostId()),
                record.getRevision(),
                record.getAuthor(),
                record.getContributors(),
                content,
                record.getSubmittedAt());
    }

    private static org.imprimatur.schemas.avro.Draft record(Draft draft, String contentHash) {
        Content content = draft.content();
        return org.imprimatur.schemas.avro.Draft.newBuilder()
                .setPostId(draft.postId().value())
                .setRevision(draft.revision())
                .setContentHash(contentHash)
                .setAuthor(draft.author())
                .setContributors(draft.contributors())
                .setAccount(content.account())
                .setKind(DraftKind.valueOf(content.kind().name()))
                .setInReplyTo(content.inReplyTo().orElse(null))
                .setText(content.text())
                .setVariants(content.variants())
                .setMedia(content.media().stream()
                        .map(one -> new Media(one.hash(), one.mediaType(), one.altText()))
                        .toList())
                .setAuthorizations(content.authorizations())
                .setScheduledAt(content.scheduledAt().orElse(null))
                .setExpiresAt(content.expiresAt().orElse(null))
                .setSubmittedAt(draft.submittedAt())
                .build();
    }
}
