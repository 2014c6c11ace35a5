package org.imprimatur.approver.wire;

import java.time.Instant;
import java.util.Optional;
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

    /** Writes a command about a post down, as it was asked at that time. */
    public static CommandRecord of(String postId, Command command, Instant at) {
        Ask ask = command.ask();
        Actor actor =
                new Actor(ask.by().id(), ask.by().roles().stream().sorted().toList());
        ReviewCommand.Builder record = ReviewCommand.newBuilder()
                .setCommandId(ask.commandId())
                .setPostId(postId)
                .setRevision(ask.seen().revision())
                .setContentHash(ask.seen().hash())
                .setActor(actor)
                .setAt(at);
        return new CommandRecord(command.fold(new Kinds(record)).build());
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
        public ReviewCommand.Builder approve(Command.Approve command) {
            return record.setKind(CommandKind.APPROVE);
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
            return record.setReason(grounds.reason()).setPolicy(policy.orElse(null));
        }
    }
}
