package org.imprimatur.publisher.topology;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.imprimatur.publisher.delivery.Delivery;
import org.imprimatur.publisher.delivery.DeliveryId;
import org.imprimatur.publisher.delivery.Order;
import org.imprimatur.publisher.gate.PostLedger;
import org.imprimatur.publisher.wire.CommandRecord;
import org.imprimatur.publisher.wire.DeliveryRecord;
import org.imprimatur.publisher.wire.ReleaseRecord;

/** What the gate remembers of its posts. */
final class PostBook {
    private final KeyValueStore<String, DeliveryRecord> deliveries;
    private final KeyValueStore<String, ReleaseRecord> releases;
    private final KeyValueStore<String, Integer> newest;
    private final KeyValueStore<String, CommandRecord> orders;
    private final KeyValueStore<String, String> answered;
    private final Schedule schedule;

    PostBook(ProcessorContext<?, ?> context) {
        deliveries = context.getStateStore(PublisherTopology.DELIVERIES);
        releases = context.getStateStore(PublisherTopology.RELEASES);
        newest = context.getStateStore(PublisherTopology.NEWEST);
        orders = context.getStateStore(PublisherTopology.ORDERS);
        answered = context.getStateStore(PublisherTopology.ANSWERED);
        schedule = new Schedule(context.getStateStore(PublisherTopology.SCHEDULE));
    }

    PostLedger ledger(String postId) {
        List<Delivery> known = new ArrayList<>();
        try (KeyValueIterator<String, DeliveryRecord> entries =
                deliveries.prefixScan(DeliveryId.ofPost(postId), new StringSerializer())) {
            entries.forEachRemaining(entry -> known.add(entry.value.delivery()));
        }
        return new PostLedger(known, newestDraft(postId));
    }

    Optional<Delivery> delivery(String id) {
        return Optional.ofNullable(deliveries.get(id)).map(DeliveryRecord::delivery);
    }

    /** Remembers where a delivery stands, and when it is looked at again if it waits here. */
    void put(Delivery step) {
        delivery(step.id().text())
                .filter(before -> before.status().stage().isAtTheGate())
                .flatMap(before -> before.status().due())
                .ifPresent(due -> schedule.remove(due, step.id()));
        if (step.status().stage().isAtTheGate()) {
            step.status().due().ifPresent(due -> schedule.add(due, step.id()));
        }
        deliveries.put(step.id().text(), DeliveryRecord.step(step));
    }

    /** Releases of everything that waits and is due. */
    List<ReleaseRecord> due(Instant now) {
        return schedule.due(now).stream().flatMap(id -> release(id).stream()).toList();
    }

    /** The newest release of a delivery; kept until it is live or will never be. */
    Optional<ReleaseRecord> release(String id) {
        return Optional.ofNullable(releases.get(id));
    }

    void keep(ReleaseRecord release) {
        releases.put(release.id().text(), release);
    }

    void forgetRelease(DeliveryId id) {
        releases.delete(id.text());
    }

    int newestDraft(String postId) {
        return Optional.ofNullable(newest.get(postId)).orElse(0);
    }

    void newestDraft(String postId, int revision) {
        newest.put(postId, revision);
    }

    /** The order that waits for more to be known of a delivery. */
    Optional<Order> order(DeliveryId id) {
        return Optional.ofNullable(orders.get(id.text())).map(CommandRecord::order);
    }

    /** Keeps an order; a take-down is not weakened by a cancellation that comes later. */
    void keep(DeliveryId id, Order order, Instant now) {
        if (order(id).filter(before -> before.kind() == Order.Kind.TAKE_DOWN).isEmpty()) {
            orders.put(id.text(), CommandRecord.of(id.postId(), order, now));
        }
    }

    void forgetOrder(DeliveryId id) {
        orders.delete(id.text());
    }

    /** Whether the command was answered before; says so from now on. */
    boolean isAnswered(CommandRecord command) {
        String key = command.postId() + "/" + command.id();
        return answered.putIfAbsent(key, "") != null;
    }
}
