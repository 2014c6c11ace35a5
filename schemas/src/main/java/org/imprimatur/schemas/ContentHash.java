package org.imprimatur.schemas;

import org.imprimatur.schemas.avro.Draft;
import org.imprimatur.schemas.avro.Media;

/**
 * The hash of exactly what an approval freezes: post, account, kind, what a reply answers, text, variants, pictures with
 * their alt text, authorizations and times. Whoever wrote it and when it was handed in are not part of it.
 */
public final class ContentHash {

    private ContentHash() {}

    /** 64 lower-case hexadecimal digits; the draft's own {@code contentHash} is not looked at. */
    public static String of(Draft draft) {
        Fingerprint fingerprint = Fingerprint.of("imprimatur.content.1")
                .text(draft.getPostId())
                .text(draft.getAccount())
                .text(draft.getKind().name())
                .text(draft.getInReplyTo())
                .text(draft.getText())
                .texts(draft.getVariants())
                .length(draft.getMedia().size());
        for (Media media : draft.getMedia()) {
            fingerprint.text(media.getHash()).text(media.getMediaType()).text(media.getAltText());
        }
        return fingerprint
                .texts(draft.getAuthorizations())
                .instant(draft.getScheduledAt())
                .instant(draft.getExpiresAt())
                .hex();
    }
}
