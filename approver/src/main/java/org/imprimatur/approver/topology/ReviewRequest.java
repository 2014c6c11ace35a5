package org.imprimatur.approver.topology;

import java.util.Optional;
import java.util.Set;
import org.imprimatur.approver.review.Ask;
import org.imprimatur.approver.review.Command;
import org.imprimatur.approver.review.Content;
import org.imprimatur.approver.review.Grounds;
import org.imprimatur.approver.review.Person;

/**
 * What a person asks for at the desk.
 *
 * @param commandId unique, see {@link ReviewDesk#newCommandId()}; the same id again gets the same answer
 * @param postId the post
 * @param revision the revision that the person saw
 * @param contentHash the content that the person saw
 * @param kind what is asked
 * @param actor id of the signed-in person
 * @param roles of the signed-in person
 * @param reason needed to reject and to request changes; the author reads it
 * @param policy the rule that the reason rests on
 */
public record ReviewRequest(
        String commandId,
        String postId,
        int revision,
        String contentHash,
        Kind kind,
        String actor,
        Set<String> roles,
        Optional<String> reason,
        Optional<String> policy) {
    public ReviewRequest {
        roles = Set.copyOf(roles);
        if (postId.isBlank()) {
            throw new IllegalArgumentException("a request names its post");
        }
        ask(commandId, actor, roles, revision, contentHash);
    }

    /** What can be asked. */
    public enum Kind {
        CLAIM,
        UNCLAIM,
        APPROVE,
        REJECT,
        REQUEST_CHANGES
    }

    Command command() {
        Ask ask = ask(commandId, actor, roles, revision, contentHash);
        Grounds grounds = new Grounds(reason.orElse(""), policy);
        return switch (kind) {
            case CLAIM -> new Command.Claim(ask);
            case UNCLAIM -> new Command.Unclaim(ask);
            case APPROVE -> new Command.Approve(ask);
            case REJECT -> new Command.Reject(ask, grounds);
            case REQUEST_CHANGES -> new Command.RequestChanges(ask, grounds);
        };
    }

    private static Ask ask(String commandId, String actor, Set<String> roles, int revision, String contentHash) {
        return new Ask(commandId, new Person(actor, roles), new Content(revision, contentHash));
    }
}
