package org.imprimatur.approver.topology;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.imprimatur.approver.post.Wording;
import org.imprimatur.approver.review.Addressee;
import org.imprimatur.approver.review.Ask;
import org.imprimatur.approver.review.Command;
import org.imprimatur.approver.review.Content;
import org.imprimatur.approver.review.Grounds;
import org.imprimatur.approver.review.Person;
import org.imprimatur.approver.wire.CommandRecord;

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
 * @param details what goes with it
 */
public record ReviewRequest(
        String commandId,
        String postId,
        int revision,
        String contentHash,
        Kind kind,
        String actor,
        Set<String> roles,
        Details details) {
    public ReviewRequest {
        roles = Set.copyOf(roles);
        if (postId.isBlank()) {
            throw new IllegalArgumentException("a request names its post");
        }
        if (kind == Kind.EDIT && details.wording().isEmpty()) {
            throw new IllegalArgumentException("an edit has a wording");
        }
        ask(commandId, actor, roles, revision, contentHash);
    }

    /** What can be asked. */
    public enum Kind {
        CLAIM,
        TAKE_OVER,
        EXTEND,
        UNCLAIM,
        APPROVE,
        APPROVE_IN_BULK,
        EDIT,
        REJECT,
        REQUEST_CHANGES,
        COMMENT,
        ESCALATE,
        WITHDRAW,
        UNDO
    }

    /**
     * What some kinds need.
     *
     * @param reason what the author reads: needed to reject and to request changes, a comment to the author, or why the
     *     author withdraws
     * @param policy the rule that the reason rests on; needed to reject and to request changes
     * @param note what only colleagues and auditors read; needed to escalate
     * @param whom to whom it is escalated, {@code person:ID} or {@code role:ROLE}
     * @param wording needed to edit
     */
    public record Details(
            Optional<String> reason,
            Optional<String> policy,
            Optional<String> note,
            Optional<String> whom,
            Optional<Wording> wording) {
        public static final Details NONE =
                new Details(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

        /** Why, for the author. */
        public static Details because(Optional<String> reason, Optional<String> policy, Optional<String> note) {
            return new Details(reason, policy, note, Optional.empty(), Optional.empty());
        }

        @Override
        public String toString() {
            return "Details[policy=" + policy + ", whom=" + whom + "]";
        }
    }

    CommandRecord record(Instant at) {
        Ask ask = ask(commandId, actor, roles, revision, contentHash);
        return kind == Kind.EDIT
                ? CommandRecord.edit(postId, ask, details.wording().orElseThrow(), details.note(), at)
                : CommandRecord.of(postId, command(ask), at);
    }

    private Command command(Ask ask) {
        return switch (kind) {
            case CLAIM -> new Command.Claim(ask);
            case TAKE_OVER -> new Command.TakeOver(ask);
            case EXTEND -> new Command.Extend(ask);
            case UNCLAIM -> new Command.Unclaim(ask);
            case APPROVE -> new Command.Approve(ask, details.note());
            case APPROVE_IN_BULK -> new Command.ApproveInBulk(ask);
            case REJECT -> new Command.Reject(ask, grounds());
            case REQUEST_CHANGES -> new Command.RequestChanges(ask, grounds());
            case COMMENT -> new Command.Comment(ask, details.reason(), details.note());
            case ESCALATE ->
                new Command.Escalate(
                        ask,
                        details.whom().flatMap(Addressee::read),
                        details.note().orElse(""));
            case WITHDRAW -> new Command.Withdraw(ask, details.reason());
            case UNDO -> new Command.Undo(ask);
            case EDIT -> new Command.Unknown(ask); // written down with its wording instead
        };
    }

    private Grounds grounds() {
        return new Grounds(details.reason().orElse(""), details.policy(), details.note());
    }

    private static Ask ask(String commandId, String actor, Set<String> roles, int revision, String contentHash) {
        return new Ask(commandId, new Person(actor, roles), new Content(revision, contentHash));
    }
}
