package org.imprimatur.publisher.worker;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.ListOffsetsOptions;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.CommitFailedException;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRebalanceListener;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.CooperativeStickyAssignor;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.IsolationLevel;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.RebalanceInProgressException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** Reads the topic of calls as a member of the workers' group; only what is committed to the log. */
final class DeliveryReader implements AutoCloseable {
    /** After a crash the group waits this long for the dead member. */
    private static final int SESSION_TIMEOUT_MS = 6_000;

    private static final int HEARTBEAT_MS = 2_000;

    private final String topic;
    private final Admin admin;
    private final Consumer<byte[], byte[]> consumer;

    DeliveryReader(WorkerSettings settings) {
        topic = settings.topics().calls();
        admin = Admin.create(Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, settings.bootstrap()));
        Map<String, Object> configuration = new HashMap<>(Map.of(
                ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
                settings.bootstrap(),
                ConsumerConfig.GROUP_ID_CONFIG,
                settings.group(),
                ConsumerConfig.ISOLATION_LEVEL_CONFIG,
                "read_committed",
                ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG,
                false,
                ConsumerConfig.AUTO_OFFSET_RESET_CONFIG,
                "earliest",
                ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG,
                SESSION_TIMEOUT_MS,
                ConsumerConfig.HEARTBEAT_INTERVAL_MS_CONFIG,
                HEARTBEAT_MS,
                ConsumerConfig.PARTITION_ASSIGNMENT_STRATEGY_CONFIG,
                CooperativeStickyAssignor.class.getName(),
                ConsumerConfig.KEY_DESERIALIZER_CLASS_CONFIG,
                ByteArrayDeserializer.class,
                ConsumerConfig.VALUE_DESERIALIZER_CLASS_CONFIG,
                ByteArrayDeserializer.class));
        settings.instance()
                .ifPresent(name ->
                        configuration.put(ConsumerConfig.GROUP_INSTANCE_ID_CONFIG, settings.group() + "-" + name));
        consumer = new KafkaConsumer<>(configuration);
    }

    void subscribe(ConsumerRebalanceListener listener) {
        consumer.subscribe(List.of(topic), listener);
    }

    ConsumerRecords<byte[], byte[]> poll(Duration within) {
        return consumer.poll(within);
    }

    long position(TopicPartition partition) {
        return consumer.position(partition);
    }

    /**
     * The offset after the last record, also of one that can't be read yet because an earlier transaction is open.
     *
     * <p>A consumer that reads only what is committed would say less: it would miss an ARMED that stands behind
     * somebody else's open transaction, and the delivery would be armed and sent a second time.
     */
    long end(TopicPartition partition) {
        try {
            return admin.listOffsets(
                            Map.of(partition, OffsetSpec.latest()),
                            new ListOffsetsOptions(IsolationLevel.READ_UNCOMMITTED))
                    .partitionResult(partition)
                    .get()
                    .offset();
        } catch (ExecutionException failure) {
            throw new KafkaException("the end of " + partition + " is not known", failure);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new KafkaException("stopped while asking for the end of " + partition, stopped);
        }
    }

    /** Whether it was committed; it is not while the group is being rearranged, and is tried again later. */
    boolean commit(TopicPartition partition, long offset) {
        try {
            consumer.commitSync(Map.of(partition, new OffsetAndMetadata(offset)));
            return true;
        } catch (RebalanceInProgressException | CommitFailedException later) {
            return false;
        }
    }

    @Override
    public void close() {
        consumer.close();
        admin.close();
    }
}
