package org.imprimatur.kit.projection;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.imprimatur.kit.log.Fingerprint;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reads topics from where the database stands and writes each batch together with the offsets behind it. */
final class Tail {

    private static final Logger LOG = LoggerFactory.getLogger(Tail.class);
    private static final Duration POLL = Duration.ofSeconds(1);

    private final Consumer<byte[], byte[]> consumer;
    private final Database database;
    private final Projector projector;
    private final Map<TopicPartition, Long> written = new HashMap<>();
    private Map<TopicPartition, Long> ends = Map.of();

    Tail(Consumer<byte[], byte[]> consumer, Database database, Projector projector) {
        this.consumer = consumer;
        this.database = database;
        this.projector = projector;
    }

    /** Takes all partitions of the topics and goes to where the database stands, else to the beginning. */
    void seek(List<String> topics) throws SQLException {
        List<TopicPartition> partitions = new ArrayList<>();
        for (String topic : topics) {
            List<PartitionInfo> found = consumer.partitionsFor(topic);
            if (found == null || found.isEmpty()) {
                throw new IllegalStateException("there is no topic " + topic);
            }
            found.forEach(info -> partitions.add(new TopicPartition(info.topic(), info.partition())));
        }
        consumer.assign(partitions);
        written.putAll(database.offsets());
        for (TopicPartition partition : partitions) {
            Long next = written.get(partition);
            if (next == null) {
                consumer.seekToBeginning(Set.of(partition));
            } else {
                consumer.seek(partition, next);
            }
        }
        ends = consumer.endOffsets(partitions);
    }

    /** Waits for records and writes them; returns the keys of what was written, empty when there was nothing. */
    Set<String> step() throws SQLException {
        ConsumerRecords<byte[], byte[]> records = consumer.poll(POLL);
        Map<TopicPartition, Long> moved = moved();
        if (!moved.isEmpty()) {
            database.write(connection -> apply(connection, records), moved);
            written.putAll(moved);
        }
        Set<String> keys = new HashSet<>();
        for (ConsumerRecord<byte[], byte[]> record : records) {
            byte[] key = record.key();
            keys.add(key == null ? "" : new String(key, StandardCharsets.UTF_8));
        }
        return keys;
    }

    /** How many records were there at the beginning that are not written yet; about, where a topic is compacted. */
    long behind() {
        return ends.entrySet().stream()
                .mapToLong(end -> Math.max(0, end.getValue() - consumer.position(end.getKey())))
                .sum();
    }

    private Map<TopicPartition, Long> moved() {
        Map<TopicPartition, Long> moved = new HashMap<>();
        for (TopicPartition partition : consumer.assignment()) {
            long position = consumer.position(partition);
            if (position != written.getOrDefault(partition, -1L)) {
                moved.put(partition, position);
            }
        }
        return moved;
    }

    private void apply(Connection connection, ConsumerRecords<byte[], byte[]> records) throws SQLException {
        for (ConsumerRecord<byte[], byte[]> record : records) {
            try {
                projector.apply(connection, record);
            } catch (SQLException | RuntimeException failure) {
                LOG.atError()
                        .addKeyValue("topic", record.topic())
                        .addKeyValue("partition", record.partition())
                        .addKeyValue("offset", record.offset())
                        .addKeyValue("cause", Fingerprint.of(failure))
                        .log("projection_record_refused");
                throw failure;
            }
        }
    }
}
