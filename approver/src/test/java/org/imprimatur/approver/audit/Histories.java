package org.imprimatur.approver.audit;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.imprimatur.approver.wire.HistoryLine;
import org.imprimatur.approver.wire.HistoryRecord;
import org.imprimatur.approver.wire.PostReader;
import org.imprimatur.schemas.HistoryHash;
import org.imprimatur.schemas.Topics;
import org.imprimatur.schemas.avro.Actor;
import org.imprimatur.schemas.avro.EventKind;
import org.imprimatur.schemas.avro.ReviewEvent;
import org.imprimatur.schemas.wire.Wire;

/** Histories of invented posts, as an export writes them. */
public final class Histories {

    private static final List<EventKind> KINDS = List.of(
            EventKind.OPENED,
            EventKind.CLAIMED,
            EventKind.COMMENTED,
            EventKind.REFUSED,
            EventKind.APPROVED,
            EventKind.RELEASED);

    private Histories() {}

    /** Lines of several posts one after the other, each with the same number of events, at most six. */
    public static List<String> lines(int posts, int events) {
        Wire wire = Wire.inMemory();
        return IntStream.range(0, posts)
                .mapToObj(post -> chain("post-" + post, events))
                .flatMap(List::stream)
                .map(event -> line(wire, event))
                .toList();
    }

    /** In place of this line: another policy judged, and the hash is right for what it says now. */
    public static String forged(String line) {
        HistoryRecord told = HistoryLine.read(line);
        return line(Wire.inMemory(), event(told.postId(), (int) told.sequence() - 1, told.previousHash(), "8"));
    }

    private static String line(Wire wire, ReviewEvent event) {
        byte[] bytes = wire.serde(Topics.REVIEW_EVENTS).serializer().serialize(Topics.REVIEW_EVENTS.name(), event);
        return HistoryLine.write(new PostReader(wire).link(bytes));
    }

    private static List<ReviewEvent> chain(String postId, int events) {
        List<ReviewEvent> chain = new ArrayList<>();
        String previous = HistoryHash.FIRST;
        for (int i = 0; i < events; i++) {
            ReviewEvent event = event(postId, i, previous, "7");
            chain.add(event);
            previous = event.getHash();
        }
        return chain;
    }

    private static ReviewEvent event(String postId, int i, String previous, String policyVersion) {
        EventKind kind = KINDS.get(i);
        ReviewEvent unsealed = ReviewEvent.newBuilder()
                .setPostId(postId)
                .setRevision(1)
                .setContentHash("c".repeat(64))
                .setSequence(i + 1)
                .setKind(kind)
                .setCommandId(i == 0 ? null : postId + "-command-" + i)
                .setActor(i == 0 ? null : new Actor("rosa", List.of("reviewer")))
                .setReason(kind == EventKind.REFUSED ? "Somebody else holds the claim." : null)
                .setRefusal(kind == EventKind.REFUSED ? "CLAIMED_BY_OTHER" : null)
                .setNote(kind == EventKind.COMMENTED ? "A note with \"quotes\", ü and 🩺." : null)
                .setPolicyVersion(policyVersion)
                .setEngineVersion("0.2.0")
                .setApprovalsNeeded(i == 0 ? 1 : 0)
                .setContributors(i == 0 ? List.of("ana", "omar") : List.of())
                .setAt(Instant.parse("2026-03-01T10:00:00.123Z").plusSeconds(i))
                .setPreviousHash(previous)
                .setHash("")
                .build();
        return ReviewEvent.newBuilder(unsealed)
                .setHash(HistoryHash.of(unsealed))
                .build();
    }
}
