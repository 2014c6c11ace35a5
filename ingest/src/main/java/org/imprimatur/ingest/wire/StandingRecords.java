package org.imprimatur.ingest.wire;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.imprimatur.schemas.Topic;

/**
 * What stands in a compacted topic at one moment.
 *
 * @param newest the newest record under each key, in the order of the keys; none that was taken away
 */
record StandingRecords(Map<String, ConsumerRecord<String, byte[]>> newest) {
    private static final Duration POLL = Duration.ofMillis(500);

    /** Reads a topic to its end; throws a {@link KafkaException} when there is none or Kafka does not give it in time. */
    static StandingRecords read(String bootstrap, Topic<?> topic, Duration patience) {
        Map<String, Object> configuration = Map.of(
                ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
                bootstrap,
                ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG,
                false,
                ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG,
                false,
                ConsumerConfig.DEFAULT_API_TIMEOUT_MS_CONFIG,
                Math.toIntExact(patience.toMillis()));
        try (Consumer<String, byte[]> consumer =
                new KafkaConsumer<>(configuration, new StringDeserializer(), new ByteArrayDeserializer())) {
            List<TopicPartition> partitions = Optional.ofNullable(consumer.partitionsFor(topic.name())).stream()
                    .flatMap(List::stream)
                    .map(info -> new TopicPartition(info.topic(), info.partition()))
                    .toList();
            if (partitions.isEmpty()) {
                throw new KafkaException("there is no topic " + topic.name() + "; start a service first");
            }
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            return standing(consumer, consumer.endOffsets(partitions), patience);
        }
    }

    private static StandingRecords standing(
            Consumer<String, byte[]> consumer, Map<TopicPartition, Long> ends, Duration patience) {
        Map<String, ConsumerRecord<String, byte[]>> newest = new TreeMap<>();
        long deadline = System.nanoTime() + patience.toNanos();
        while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
            if (System.nanoTime() > deadline) {
                throw new TimeoutException("Kafka did not give the organization's records in time");
            }
            for (ConsumerRecord<String, byte[]> record : consumer.poll(POLL)) {
                if (Optional.ofNullable(record.value()).isPresent()) {
                    newest.put(record.key(), record);
                } else {
                    newest.remove(record.key());
                }
            }
        }
        return new StandingRecords(newest);
    }

    Set<String> keys() {
        return newest.keySet();
    }

    Optional<byte[]> value(String key) {
        return Optional.ofNullable(newest.get(key)).map(ConsumerRecord::value);
    }

    /** The lines of a header of the record under that key; empty when it has no such header. */
    Optional<Set<String>> lines(String key, String header) {
        return Optional.ofNullable(newest.get(key))
                .flatMap(record -> Optional.ofNullable(record.headers().lastHeader(header)))
                .map(Header::value)
                .map(bytes -> new TreeSet<>(
                        new String(bytes, StandardCharsets.UTF_8).lines().toList()));
    }
}
