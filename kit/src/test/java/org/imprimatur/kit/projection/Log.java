package org.imprimatur.kit.projection;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.MockConsumer;
import org.apache.kafka.clients.consumer.OffsetOutOfRangeException;
import org.apache.kafka.common.Node;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;

/** A topic of one partition in memory, read by Kafka's own mock consumers. */
final class Log {

    static final String TOPIC = "words";

    private static final TopicPartition PARTITION = new TopicPartition(TOPIC, 0);

    private final List<String> words = new CopyOnWriteArrayList<>();
    private final AtomicInteger opened = new AtomicInteger();

    void append(String... more) {
        words.addAll(List.of(more));
    }

    void clear() {
        words.clear();
    }

    /** How many consumers were opened so far. */
    int opened() {
        return opened.get();
    }

    MockConsumer<byte[], byte[]> open() {
        opened.incrementAndGet();
        Follow consumer = new Follow();
        Node node = new Node(0, "localhost", 9092);
        consumer.updatePartitions(
                TOPIC, List.of(new PartitionInfo(TOPIC, 0, node, new Node[] {node}, new Node[] {node})));
        consumer.updateBeginningOffsets(Map.of(PARTITION, 0L));
        consumer.updateEndOffsets(Map.of(PARTITION, (long) words.size()));
        return consumer;
    }

    private final class Follow extends MockConsumer<byte[], byte[]> {

        private static final Duration PAUSE = Duration.ofMillis(2);

        private int given = -1;

        Follow() {
            super("none");
        }

        @Override
        public synchronized ConsumerRecords<byte[], byte[]> poll(Duration timeout) {
            int from = given < 0 ? Math.toIntExact(position(PARTITION)) : given;
            List<String> now = List.copyOf(words);
            if (from > now.size()) {
                throw new OffsetOutOfRangeException(Map.of(PARTITION, (long) from));
            }
            for (int offset = from; offset < now.size(); offset++) {
                String word = now.get(offset);
                addRecord(new ConsumerRecord<>(TOPIC, 0, offset, bytes("key-" + word), bytes(word)));
            }
            given = now.size();
            LockSupport.parkNanos(PAUSE.toNanos());
            return super.poll(timeout);
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
