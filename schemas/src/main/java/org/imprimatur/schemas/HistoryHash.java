package org.imprimatur.schemas;

import java.util.List;
import org.imprimatur.schemas.avro.Actor;
import org.imprimatur.schemas.avro.ReviewEvent;

/** The hash that chains the review events of a post: it covers every field of the event but the hash itself. */
public final class HistoryHash {

    /** What the first event of a post has in place of the hash before it. */
    public static final String FIRST = "0".repeat(64);

    private HistoryHash() {}

    /** 64 lower-case hexadecimal digits; the event's own {@code hash} is not looked at. */
    public static String of(ReviewEvent event) {
        Actor actor = event.getActor();
        return Fingerprint.of("imprimatur.history.1")
                .text(event.getPostId())
                .number(event.getRevision())
                .text(event.getContentHash())
                .number(event.getSequence())
                .text(event.getKind().name())
                .text(event.getCommandId())
                .text(actor == null ? null : actor.getId())
                .texts(actor == null ? List.of() : actor.getRoles())
                .text(event.getReason())
                .text(event.getRefusal())
                .text(event.getPolicy())
                .text(event.getPolicyVersion())
                .text(event.getEngineVersion())
                .number(event.getApprovalsNeeded())
                .texts(event.getContributors())
                .instant(event.getAt())
                .text(event.getPreviousHash())
                .hex();
    }
}
