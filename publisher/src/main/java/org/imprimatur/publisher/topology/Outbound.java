package org.imprimatur.publisher.topology;

import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.imprimatur.publisher.delivery.Delivery;
import org.imprimatur.publisher.wire.AnswerRecord;
import org.imprimatur.publisher.wire.BlockedRecord;
import org.imprimatur.publisher.wire.DeliveryRecord;
import org.imprimatur.publisher.wire.DraftRecord;

/** Where the gate's words go. */
final class Outbound {
    private final ProcessorContext<String, Object> context;

    Outbound(ProcessorContext<String, Object> context) {
        this.context = context;
    }

    /** For everybody. */
    void deliveries(DeliveryRecord step) {
        send(step.delivery().id().postId(), step, PublisherTopology.TO_DELIVERIES);
    }

    /** For the worker of the account. */
    void calls(DeliveryRecord step) {
        send(step.delivery().id().account(), step, PublisherTopology.TO_CALLS);
    }

    /** For everybody and the worker. */
    void both(Delivery step) {
        deliveries(DeliveryRecord.step(step));
        calls(DeliveryRecord.step(step));
    }

    /** Back to be judged. */
    void drafts(DraftRecord draft) {
        send(draft.postId(), draft, PublisherTopology.TO_DRAFTS);
    }

    void answers(String postId, AnswerRecord answer) {
        send(postId, answer, PublisherTopology.TO_ANSWERS);
    }

    void blocked(BlockedRecord picture) {
        send(picture.hash(), picture, PublisherTopology.TO_BLOCKED);
    }

    private void send(String key, Object value, String sink) {
        context.forward(new Record<>(key, value, context.currentSystemTimeMs()), sink);
    }
}
