package org.imprimatur.approver.wire;

import java.time.Instant;
import java.util.Optional;
import org.imprimatur.approver.post.Wording;
import org.imprimatur.approver.review.Addressee;
import org.imprimatur.approver.review.Ask;
import org.imprimatur.approver.review.Command;
import org.imprimatur.approver.review.Grounds;
import org.imprimatur.schemas.avro.Actor;
import org.imprimatur.schemas.avro.CommandKind;
import org.imprimatur.schemas.avro.ReviewCommand;

/** A command on its way into the log. */
public final class CommandRecord {
    private final ReviewCommand command;

    CommandRecord(ReviewCommand command) {
        this.command = command;
    }

    ReviewCommand record() {
        return command;
    }

    /** Writes a command about a post down, as it was asked at that time; an edit needs its wording, see {@link #edit}. */
    public static CommandRecord of(String postId, Command command, Instant at) {
        return new CommandRecord(
                command.fold(new Kinds(begin(postId, command.ask(), at))).build());
    }

    /** Writes down that a post shall go out in other words. */
    public static CommandRecord edit(String postId, Ask ask, Wording wording, Optional<String> note, Instant at) {
        return new CommandRecord(begin(postId, ask, at)
                .setKind(CommandKind.EDIT)
                .setNote(note.orElse(null))
                .setWording(new org.imprimatur.schemas.avro.Wording(wording.text(), wording.variants()))
                .build());
    }

    private static ReviewCommand.Builder begin(String postId, Ask ask, Instant at) {
        Actor actor =
                new Actor(ask.by().id(), ask.by().roles().stream().sorted().toList());
        return ReviewCommand.newBuilder()
                .setCommandId(ask.commandId())
                .setPostId(postId)
                .setRevision(ask.seen().revision())
                .setContentHash(ask.seen().hash())
                .setActor(actor)
                .setAt(at);
    }

    @Override
    public String toString() {
        return "CommandRecord[commandId=" + command.getCommandId() + "]";
    }

    private record Kinds(ReviewCommand.Builder record) implements Command.Fold<ReviewCommand.Builder> {
        @Override
        public ReviewCommand.Builder claim(Command.Claim command) {
            return record.setKind(CommandKind.CLAIM);
        }

        @Override
        public ReviewCommand.Builder unclaim(Command.Unclaim command) {
            return record.setKind(CommandKind.UNCLAIM);
        }

        @Override
        public ReviewCommand.Builder takeOver(Command.TakeOver command) {
            return record.setKind(CommandKind.TAKE_OVER);
        }

        @Override
        public ReviewCommand.Builder extend(Command.Extend command) {
            return record.setKind(CommandKind.EXTEND);
        }

        @Override
        public ReviewCommand.Builder approve(Command.Approve command) {
            return record.setKind(CommandKind.APPROVE).setNote(command.note().orElse(null));
        }

        @Override
        public ReviewCommand.Builder approveInBulk(Command.ApproveInBulk command) {
            return record.setKind(CommandKind.APPROVE_IN_BULK);
        }

        @Override
        public ReviewCommand.Builder edit(Command.Edit command) {
            throw new IllegalArgumentException("an edit is written down with its wording");
        }

        @Override
        public ReviewCommand.Builder comment(Command.Comment command) {
            return record.setKind(CommandKind.COMMENT)
                    .setReason(command.toAuthor().orElse(null))
                    .setNote(command.note().orElse(null));
        }

        @Override
        public ReviewCommand.Builder escalate(Command.Escalate command) {
            return record.setKind(CommandKind.ESCALATE)
                    .setWhom(command.to().map(Addressee::text).orElse(null))
                    .setNote(command.note());
        }

        @Override
        public ReviewCommand.Builder withdraw(Command.Withdraw command) {
            return record.setKind(CommandKind.WITHDRAW)
                    .setReason(command.reason().orElse(null));
        }

        @Override
        public ReviewCommand.Builder undo(Command.Undo command) {
            return record.setKind(CommandKind.UNDO);
        }

        @Override
        public ReviewCommand.Builder reject(Command.Reject command) {
            return because(command.grounds()).setKind(CommandKind.REJECT);
        }

        @Override
        public ReviewCommand.Builder requestChanges(Command.RequestChanges command) {
            return because(command.grounds()).setKind(CommandKind.REQUEST_CHANGES);
        }

        @Override
        public ReviewCommand.Builder unknown(Command.Unknown command) {
            return record.setKind(CommandKind.UNKNOWN);
        }

        private ReviewCommand.Builder because(Grounds grounds) {
            Optional<String> policy = grounds.policy();
            return record.setReason(grounds.reason())
                    .setPolicy(policy.orElse(null))
                    .setNote(grounds.note().orElse(null));
        }
    }
}
