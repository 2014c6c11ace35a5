package org.imprimatur.approver.web;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.imprimatur.approver.wire.RecordLog;
import org.imprimatur.schemas.Topics;
import org.imprimatur.schemas.avro.Delivery;
import org.imprimatur.schemas.avro.DeliveryAnswer;
import org.imprimatur.schemas.avro.DeliveryCommand;
import org.imprimatur.schemas.avro.DeliveryState;
import org.imprimatur.schemas.avro.Draft;
import org.imprimatur.schemas.avro.Evidence;

/** Answers commands about publications as the publisher's gate does, at once; in between the platform obeys. */
final class GateUnderTest implements RecordLog {
    static final String ACCOUNT = "harbor-valley-bluesky";

    /** While it says nothing, commands are kept. */
    volatile boolean silent;

    private final PipelineUnderTest pipeline;
    private final InstantSource clock;
    private final Map<String, Delivery> known = new TreeMap<>();

    GateUnderTest(PipelineUnderTest pipeline, InstantSource clock) {
        this.pipeline = pipeline;
        this.clock = clock;
    }

    static String id(int number) {
        return Sample.id(number) + "/r1/" + ACCOUNT;
    }

    /** A publication of this draft in this state, with what usually belongs to it. */
    void has(Draft draft, DeliveryState state, Optional<String> reason) {
        boolean seen = List.of(
                        DeliveryState.PUBLISHED,
                        DeliveryState.TAKEDOWN_TASK,
                        DeliveryState.TAKEDOWN_UNCONFIRMED,
                        DeliveryState.REMOVED)
                .contains(state);
        boolean down = seen && state != DeliveryState.PUBLISHED;
        Instant now = clock.instant();
        pipeline.submitted(draft);
        take(Delivery.newBuilder()
                .setDeliveryId(draft.getPostId() + "/r" + draft.getRevision() + "/" + draft.getAccount())
                .setPostId(draft.getPostId())
                .setRevision(draft.getRevision())
                .setAccount(draft.getAccount())
                .setPlatform("bluesky")
                .setContentHash(draft.getContentHash())
                .setState(state)
                .setIdempotencyKey("key")
                .setUrl(seen ? "https://bsky.app/profile/harborvalley.example/post/" + draft.getPostId() : null)
                .setReason(reason.orElse(null))
                .setDueAt(state == DeliveryState.SCHEDULED ? now.plusSeconds(7_200) : null)
                .setActor(down ? "mara" : null)
                .setAsked(down ? "The date was wrong." : null)
                .setEvidence(
                        down
                                ? Evidence.newBuilder()
                                        .setText(draft.getText())
                                        .setReadAt(now)
                                        .build()
                                : null)
                .setAt(now)
                .build());
    }

    @Override
    public synchronized void append(ProducerRecord<String, byte[]> record) {
        if (silent) {
            return;
        }
        DeliveryCommand command = pipeline.wire()
                .serde(Topics.DELIVERY_COMMANDS)
                .deserializer()
                .deserialize(record.topic(), record.value());
        Delivery delivery = known.get(String.valueOf(command.getDeliveryId()));
        Optional<String> refusal = delivery == null
                ? Optional.of("there is no such delivery of this post")
                : refusal(command, delivery.getState());
        pipeline.answered(DeliveryAnswer.newBuilder()
                .setCommand(command)
                .setDeliveryIds(delivery == null || refusal.isPresent() ? List.of() : List.of(delivery.getDeliveryId()))
                .setRefusal(refusal.orElse(null))
                .setAt(clock.instant())
                .build());
        if (delivery != null && refusal.isEmpty()) {
            take(carriedOut(command, delivery));
        }
    }

    private static Optional<String> refusal(DeliveryCommand command, DeliveryState state) {
        boolean live = state == DeliveryState.PUBLISHED;
        return switch (command.getKind()) {
            case CANCEL -> live ? Optional.of("it is live already; ask for a take-down") : Optional.empty();
            case CONFIRM_LIVE, CONFIRM_NOT_LIVE ->
                state == DeliveryState.UNCONFIRMED
                        ? Optional.empty()
                        : Optional.of("it is " + state + ", so there is nothing to settle");
            case TAKE_DOWN, TASK_DONE, UNKNOWN -> Optional.empty();
        };
    }

    private Delivery carriedOut(DeliveryCommand command, Delivery delivery) {
        Delivery.Builder next = Delivery.newBuilder(delivery)
                .setActor(command.getActor().getId())
                .setAt(clock.instant());
        switch (command.getKind()) {
            case TAKE_DOWN -> next.setState(DeliveryState.REMOVED).setAsked(command.getReason());
            case CANCEL -> next.setState(DeliveryState.CANCELLED).setReason(command.getReason());
            case CONFIRM_LIVE ->
                next.setState(DeliveryState.PUBLISHED).setUrl(command.getUrl()).setReason(null);
            case CONFIRM_NOT_LIVE -> next.setState(DeliveryState.SCHEDULED);
            case TASK_DONE -> next.setState(DeliveryState.REMOVED).setProof(command.getProof());
            case UNKNOWN -> {}
        }
        return next.build();
    }

    private void take(Delivery delivery) {
        known.put(delivery.getDeliveryId(), delivery);
        pipeline.delivered(delivery);
    }
}
