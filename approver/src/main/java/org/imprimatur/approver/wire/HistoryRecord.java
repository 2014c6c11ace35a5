package org.imprimatur.approver.wire;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.imprimatur.schemas.HistoryHash;
import org.imprimatur.schemas.avro.Actor;
import org.imprimatur.schemas.avro.ReviewEvent;

/** One link of a post's history as it stands in the log. */
public final class HistoryRecord {
    /** What the first link has in place of the hash before it. */
    public static final String FIRST = HistoryHash.FIRST;

    private final ReviewEvent event;

    HistoryRecord(ReviewEvent event) {
        this.event = event;
    }

    ReviewEvent event() {
        return event;
    }

    /** Whether it follows a link of that sequence and hash, and is as it was written. */
    public boolean follows(long sequence, String hash) {
        return event.getSequence() == sequence + 1 && event.getPreviousHash().equals(hash) && isAsWritten();
    }

    /** Whether its own hash is that of what it says. */
    public boolean isAsWritten() {
        return HistoryHash.of(event).equals(event.getHash());
    }

    public String postId() {
        return event.getPostId();
    }

    public long sequence() {
        return event.getSequence();
    }

    public String kind() {
        return event.getKind().name();
    }

    public int revision() {
        return event.getRevision();
    }

    public String contentHash() {
        return event.getContentHash();
    }

    public Optional<String> commandId() {
        return Optional.ofNullable(event.getCommandId());
    }

    public Optional<String> actor() {
        return Optional.ofNullable(event.getActor()).map(Actor::getId);
    }

    public List<String> roles() {
        return Optional.ofNullable(event.getActor()).map(Actor::getRoles).orElse(List.of());
    }

    public Optional<String> reason() {
        return Optional.ofNullable(event.getReason());
    }

    public Optional<String> refusal() {
        return Optional.ofNullable(event.getRefusal());
    }

    public Optional<String> policy() {
        return Optional.ofNullable(event.getPolicy());
    }

    public String policyVersion() {
        return event.getPolicyVersion();
    }

    public String engineVersion() {
        return event.getEngineVersion();
    }

    /** Distinct people who must approve, on an opening; 0 there means that nobody can. */
    public int approvalsNeeded() {
        return event.getApprovalsNeeded();
    }

    /** Who may not decide, on an opening. */
    public List<String> contributors() {
        return event.getContributors();
    }

    /** What only colleagues and auditors may read. */
    public Optional<String> note() {
        return Optional.ofNullable(event.getNote());
    }

    /** End of a claim, of the time to take a decision back, or of the case. */
    public Optional<Instant> until() {
        return Optional.ofNullable(event.getUntil());
    }

    /** Whose claim was taken over, or to whom it was escalated. */
    public Optional<String> whom() {
        return Optional.ofNullable(event.getWhom());
    }

    public boolean secondLook() {
        return event.getSecondLook();
    }

    public boolean lowRisk() {
        return event.getLowRisk();
    }

    public boolean inBulk() {
        return event.getInBulk();
    }

    /** Whether enough have approved after this. */
    public boolean enough() {
        return event.getEnough();
    }

    /** Content hash of the revision that an edit made. */
    public Optional<String> madeHash() {
        return Optional.ofNullable(event.getMadeHash());
    }

    /** Sequence of the decision that was taken back; 0 when none was. */
    public long undone() {
        return event.getUndone();
    }

    public Instant at() {
        return event.getAt();
    }

    public String previousHash() {
        return event.getPreviousHash();
    }

    public String hash() {
        return event.getHash();
    }

    @Override
    public String toString() {
        return "HistoryRecord[postId=" + postId() + ", sequence=" + sequence() + ", kind=" + kind() + "]";
    }
}
