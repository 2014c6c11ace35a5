package org.imprimatur.approver.wire.publishing;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.errors.SerializationException;
import org.imprimatur.approver.post.DeliveryOrder;
import org.imprimatur.approver.post.DeliveryRequest;
import org.imprimatur.schemas.Topics;
import org.imprimatur.schemas.avro.Actor;
import org.imprimatur.schemas.avro.DeliveryAnswer;
import org.imprimatur.schemas.avro.DeliveryCommand;
import org.imprimatur.schemas.avro.DeliveryCommandKind;
import org.imprimatur.schemas.wire.Wire;

/** Writes {@code deliveries.commands} and reads {@code deliveries.answers}. Safe for several threads. */
public record OrderRecords(Wire wire) {

    /** A request as it was asked at that time. */
    public ProducerRecord<String, byte[]> record(DeliveryRequest request, Instant at) {
        DeliveryCommand command = DeliveryCommand.newBuilder()
                .setCommandId(request.commandId())
                .setPostId(request.postId())
                .setDeliveryId(request.deliveryId().orElse(null))
                .setKind(DeliveryCommandKind.valueOf(request.kind().name()))
                .setActor(new Actor(
                        request.actor(), request.roles().stream().sorted().toList()))
                .setReason(request.reason())
                .setPriority(request.priority())
                .setUrl(request.url().orElse(null))
                .setProof(request.proof().orElse(null))
                .setAt(at)
                .build();
        String topic = Topics.DELIVERY_COMMANDS.name();
        return new ProducerRecord<>(
                topic,
                request.postId(),
                wire.serde(Topics.DELIVERY_COMMANDS).serializer().serialize(topic, command));
    }

    /** A value of {@code deliveries.answers}; throws {@link SerializationException} for bytes that are none. */
    public DeliveryOrder order(byte[] bytes) {
        DeliveryAnswer answer = Optional.ofNullable(wire.serde(Topics.DELIVERY_ANSWERS)
                        .deserializer()
                        .deserialize(Topics.DELIVERY_ANSWERS.name(), bytes))
                .orElseThrow(() -> new SerializationException("no value on " + Topics.DELIVERY_ANSWERS.name()));
        DeliveryCommand command = answer.getCommand();
        DeliveryRequest request = new DeliveryRequest(
                command.getCommandId(),
                command.getPostId(),
                Optional.ofNullable(command.getDeliveryId()),
                kind(command.getKind()),
                command.getActor().getId(),
                Set.copyOf(command.getActor().getRoles()),
                command.getReason(),
                command.getPriority(),
                Optional.ofNullable(command.getUrl()),
                Optional.ofNullable(command.getProof()));
        return new DeliveryOrder(
                request,
                command.getAt(),
                List.copyOf(answer.getDeliveryIds()),
                Optional.ofNullable(answer.getRefusal()),
                answer.getAt());
    }

    private static DeliveryRequest.Kind kind(DeliveryCommandKind kind) {
        return Stream.of(DeliveryRequest.Kind.values())
                .filter(each -> each.name().equals(kind.name()))
                .findFirst()
                .orElse(DeliveryRequest.Kind.UNKNOWN);
    }
}
