package org.imprimatur.schemas;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.imprimatur.schemas.avro.Actor;
import org.imprimatur.schemas.avro.Draft;
import org.imprimatur.schemas.avro.DraftKind;
import org.imprimatur.schemas.avro.EventKind;
import org.imprimatur.schemas.avro.Media;
import org.imprimatur.schemas.avro.ReviewEvent;

/** Invented records; nobody and nothing in them exists. */
public final class Samples {

    public static final Instant NOON = Instant.parse("2026-10-01T12:00:00Z");

    private Samples() {}

    public static Draft draft(String text) {
        return Draft.newBuilder()
                .setPostId("p1")
                .setRevision(1)
                .setContentHash("")
                .setAuthor("ana")
                .setContributors(List.of("ana"))
                .setAccount("main")
                .setKind(DraftKind.POST)
                .setText(text)
                .setVariants(Map.of("x", "short", "bluesky", "longer"))
                .setMedia(List.of(new Media("a".repeat(64), "image/png", "A lighthouse")))
                .setScheduledAt(NOON.plusSeconds(3600))
                .setSubmittedAt(NOON)
                .build();
    }

    public static ReviewEvent event(long sequence, String previousHash) {
        return ReviewEvent.newBuilder()
                .setPostId("p1")
                .setRevision(1)
                .setContentHash("c".repeat(64))
                .setSequence(sequence)
                .setKind(EventKind.CLAIMED)
                .setCommandId("k" + sequence)
                .setActor(new Actor("rosa", List.of("reviewer")))
                .setPolicyVersion("1")
                .setEngineVersion("1")
                .setAt(NOON)
                .setPreviousHash(previousHash)
                .setHash("")
                .build();
    }
}
