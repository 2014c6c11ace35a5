package org.imprimatur.schemas;

import java.util.List;
import org.imprimatur.schemas.avro.Actor;
import org.imprimatur.schemas.avro.ReviewEvent;

/**
 * The hash that chains the review events of a post: it covers every field of the event but the hash itself.
 *
 * <p>Two forms, for whoever verifies offline. {@code imprimatur.history.1} knows the fields from {@code postId} to {@code
 * previousHash} without those that came later: {@code note}, {@code until}, {@code whom}, {@code secondLook}, {@code
 * lowRisk}, {@code inBulk}, {@code enough}, {@code madeHash}, {@code undone}. {@code imprimatur.history.2} appends these, in this order,
 * and is used exactly when one of them says something; so what was written before them still verifies, and no value can
 * be added, changed or taken away without another hash.
 */
public final class HistoryHash {

    /** What the first event of a post has in place of the hash before it. */
    public static final String FIRST = "0".repeat(64);

    private HistoryHash() {}

    /** 64 lower-case hexadecimal digits; the event's own {@code hash} is not looked at. */
    public static String of(ReviewEvent event) {
        Actor actor = event.getActor();
        Fingerprint first = Fingerprint.of(saysMore(event) ? "imprimatur.history.2" : "imprimatur.history.1")
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
                .text(event.getPreviousHash());
        return saysMore(event) ? more(first, event).hex() : first.hex();
    }

    private static boolean saysMore(ReviewEvent event) {
        return event.getNote() != null
                || event.getUntil() != null
                || event.getWhom() != null
                || event.getSecondLook()
                || event.getLowRisk()
                || event.getInBulk()
                || event.getEnough()
                || event.getMadeHash() != null
                || event.getUndone() != 0;
    }

    private static Fingerprint more(Fingerprint fingerprint, ReviewEvent event) {
        return fingerprint
                .text(event.getNote())
                .instant(event.getUntil())
                .text(event.getWhom())
                .number(event.getSecondLook() ? 1 : 0)
                .number(event.getLowRisk() ? 1 : 0)
                .number(event.getInBulk() ? 1 : 0)
                .number(event.getEnough() ? 1 : 0)
                .text(event.getMadeHash())
                .number(event.getUndone());
    }
}
