package org.imprimatur.publisher.wire;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.imprimatur.publisher.delivery.Order;
import org.imprimatur.schemas.avro.Actor;
import org.imprimatur.schemas.avro.DeliveryAnswer;
import org.imprimatur.schemas.avro.DeliveryCommand;
import org.imprimatur.schemas.avro.DeliveryCommandKind;

/** A record of {@code deliveries.commands}. */
public record CommandRecord(DeliveryCommand command) {
    /** What a command asks for. */
    public enum Kind {
        UNKNOWN,
        TAKE_DOWN,
        CANCEL,
        CONFIRM_LIVE,
        CONFIRM_NOT_LIVE,
        TASK_DONE
    }

    public String id() {
        return command.getCommandId();
    }

    public String postId() {
        return command.getPostId();
    }

    public Kind kind() {
        return Kind.valueOf(command.getKind().name());
    }

    public String actor() {
        return command.getActor().getId();
    }

    /** Which delivery it is about; empty for all of the post. */
    public Optional<String> deliveryId() {
        return Optional.ofNullable(command.getDeliveryId());
    }

    public Optional<String> url() {
        return Optional.ofNullable(command.getUrl());
    }

    public Optional<String> remoteId() {
        return Optional.ofNullable(command.getRemoteId());
    }

    public Optional<String> proof() {
        return Optional.ofNullable(command.getProof());
    }

    /** Whether it says who asks and why. */
    public boolean isSigned() {
        return !actor().isBlank() && !command.getReason().isBlank();
    }

    /** As an order of its actor; only for a signed one. */
    public Order order(Order.Kind kind) {
        return new Order(kind, actor(), command.getReason(), command.getPriority());
    }

    /** An order as it is kept until more is known of its delivery. */
    public static CommandRecord of(String postId, Order order, Instant at) {
        return new CommandRecord(DeliveryCommand.newBuilder()
                .setCommandId("")
                .setPostId(postId)
                .setKind(DeliveryCommandKind.valueOf(order.kind().name()))
                .setActor(new Actor(order.actor(), List.of()))
                .setReason(order.reason())
                .setPriority(order.priority())
                .setAt(at)
                .build());
    }

    /** The order that was kept. */
    public Order order() {
        return order(Order.Kind.valueOf(command.getKind().name()));
    }

    /**
     * The answer.
     *
     * @param taken deliveries for which it was taken up
     * @param refusal why it was not
     */
    public AnswerRecord answered(List<String> taken, Optional<String> refusal, Instant at) {
        return new AnswerRecord(DeliveryAnswer.newBuilder()
                .setCommand(command)
                .setDeliveryIds(taken)
                .setRefusal(refusal.orElse(null))
                .setAt(at)
                .build());
    }

    @Override
    public String toString() {
        return "CommandRecord[" + id() + "]";
    }
}
