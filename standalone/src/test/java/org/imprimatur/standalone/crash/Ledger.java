package org.imprimatur.standalone.crash;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.imprimatur.schemas.Topic;
import org.imprimatur.schemas.Topics;
import org.imprimatur.schemas.avro.DeliveryState;
import org.imprimatur.schemas.avro.EventKind;
import org.imprimatur.schemas.wire.Wire;

/**
 * What became of posts, counted from committed records and from the outbox folder, and from nothing that a service says
 * of itself.
 */
record Ledger(
        Map<String, Integer> drafts,
        Map<String, Integer> published,
        Map<String, Integer> files,
        Map<String, Integer> held) {

    static Ledger read(Program program) throws IOException {
        Wire wire = Wire.open(Wire.OURS, program.registry());
        return new Ledger(
                count(program, wire, Topics.DRAFTS, draft -> true),
                count(program, wire, Topics.DELIVERIES, one -> one.getState() == DeliveryState.PUBLISHED),
                files(program.outbox()),
                count(program, wire, Topics.REVIEW_EVENTS, one -> one.getKind() == EventKind.OPENED));
    }

    /** Posts of which something is known already, published or held. */
    boolean settled(Collection<String> posts) {
        return posts.stream().allMatch(post -> published.containsKey(post) || held.containsKey(post));
    }

    long published(Collection<String> posts) {
        return posts.stream().filter(published::containsKey).count();
    }

    long held(Collection<String> posts) {
        return posts.stream().filter(held::containsKey).count();
    }

    /** Sentences about posts that are not exactly once published or once held. */
    List<String> violations(Collection<String> posts) {
        List<String> violations = new ArrayList<>();
        for (String post : posts) {
            int deliveries = published.getOrDefault(post, 0);
            int inOutbox = files.getOrDefault(post, 0);
            int cases = held.getOrDefault(post, 0);
            boolean once = deliveries + cases == 1 && inOutbox == deliveries;
            if (!once || drafts.getOrDefault(post, 0) != 1) {
                violations.add("post " + post + ": " + drafts.getOrDefault(post, 0) + " drafts, " + deliveries
                        + " published, " + inOutbox + " in the outbox, " + cases + " held");
            }
        }
        Set<String> known = drafts.keySet();
        Stream.of(published, held, files)
                .flatMap(counted -> counted.keySet().stream())
                .filter(post -> !known.contains(post))
                .forEach(post -> violations.add("post " + post + " was never handed in"));
        return violations;
    }

    private static <V extends SpecificRecord> Map<String, Integer> count(
            Program program, Wire wire, Topic<V> topic, Predicate<V> counted) {
        Map<String, Integer> counts = new HashMap<>();
        Map<String, Object> settings = Map.of(
                "bootstrap.servers", program.bootstrap(),
                "isolation.level", "read_committed",
                "auto.offset.reset", "earliest");
        try (var consumer = new KafkaConsumer<>(
                settings, new StringDeserializer(), wire.serde(topic).deserializer())) {
            List<TopicPartition> partitions = consumer.partitionsFor(topic.name()).stream()
                    .map(one -> new TopicPartition(one.topic(), one.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
                for (ConsumerRecord<String, V> one : consumer.poll(Duration.ofMillis(200))) {
                    if (counted.test(one.value())) {
                        counts.merge(one.key(), 1, Integer::sum);
                    }
                }
            }
        }
        return counts;
    }

    /** How many posts the outbox holds under each post id; a post is one JSON file whose name holds the id. */
    private static Map<String, Integer> files(Path outbox) throws IOException {
        if (!Files.exists(outbox)) {
            return Map.of();
        }
        try (Stream<Path> files = Files.list(outbox)) {
            return files.filter(file -> file.toString().endsWith(".json"))
                    .collect(Collectors.toMap(Outbox::postId, file -> 1, Integer::sum));
        }
    }
}
