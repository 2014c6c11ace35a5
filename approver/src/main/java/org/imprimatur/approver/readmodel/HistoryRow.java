package org.imprimatur.approver.readmodel;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

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
        Instant at,
        String previousHash,
        String hash) {
    public HistoryRow {
        roles = List.copyOf(roles);
    }
}
