package org.imprimatur.approver.readmodel;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * One event of a post's history, as it stands in the log.
 *
 * @param postId the post
 * @param sequence 1, 2, 3 … within the post
 * @param kind such as {@code CLAIMED}, {@code APPROVED} or {@code REFUSED}
 * @param revision which revision it concerns
 * @param contentHash which content it concerns
 * @param commandId the command that it answers; empty for what no person asked for
 * @param actor who asked
 * @param roles what the actor was allowed to do at that time
 * @param reason of the decision, or of the refusal
 * @param refusal the refusal's name; empty when it was accepted
 * @param policy the rule or policy that the reason rests on
 * @param policyVersion of the verdict under which the case was opened
 * @param engineVersion of that verdict
 * @param note what only colleagues and auditors read
 * @param until end of a claim, of the time to take a decision back, or (OPENED, REOPENED) of the case
 * @param whom whose claim was taken over, or to whom it was escalated as {@code person:ID} or {@code role:ROLE}
 * @param madeHash content hash of the revision that an edit made
 * @param undone sequence of the decision that was taken back; 0 when none was
 * @param traits which of {@link Trait} hold
 * @param at when it was decided
 * @param previousHash hash of the event before it
 * @param hash its own
 */
public record HistoryRow(
        String postId,
        long sequence,
        String kind,
        int revision,
        String contentHash,
        Optional<String> commandId,
        Optional<String> actor,
        List<String> roles,
        Optional<String> reason,
        Optional<String> refusal,
        Optional<String> policy,
        String policyVersion,
        String engineVersion,
        Optional<String> note,
        Optional<Instant> until,
        Optional<String> whom,
        Optional<String> madeHash,
        long undone,
        Set<Trait> traits,
        Instant at,
        String previousHash,
        String hash) {
    public HistoryRow {
        roles = List.copyOf(roles);
        traits = Set.copyOf(traits);
    }

    /** What is so or not. */
    public enum Trait {
        /** Drawn for a second look, on an opening. */
        SECOND_LOOK,
        /** Of low risk, on an opening. */
        LOW_RISK,
        /** An approval that was given together with others. */
        IN_BULK,
        /** Enough have approved after this. */
        ENOUGH
    }

    /** As who wrote the post may see it; what is left out was said to colleagues. */
    public HistoryRow withoutNote() {
        return new HistoryRow(
                postId,
                sequence,
                kind,
                revision,
                contentHash,
                commandId,
                actor,
                roles,
                reason,
                refusal,
                policy,
                policyVersion,
                engineVersion,
                Optional.empty(),
                until,
                whom,
                madeHash,
                undone,
                traits,
                at,
                previousHash,
                hash);
    }

    @Override
    public String toString() {
        return "HistoryRow[postId=" + postId + ", sequence=" + sequence + ", kind=" + kind + "]";
    }
}
