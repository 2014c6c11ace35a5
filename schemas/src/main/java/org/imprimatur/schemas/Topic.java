package org.imprimatur.schemas;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.config.TopicConfig;

/**
 * One topic: its name, what its values are, and how long Kafka keeps them. Keys are UTF-8 strings everywhere.
 *
 * @param partitions number of partitions; topics that are keyed by post id all have the same number
 * @param retention how long a record is kept; empty for a compacted topic, which keeps the newest of each key
 * @param erasure within which time a compacted topic loses what was replaced or removed; empty where Kafka may choose
 */
public record Topic<V extends SpecificRecord>(
        String name, Class<V> valueType, int partitions, Optional<Duration> retention, Optional<Duration> erasure) {

    /** So long a removal stays readable; whoever was away for longer has to read the topic anew. */
    private static final Duration REMOVALS = Duration.ofDays(31);

    static {
        TrustedRecords.register();
    }

    public Topic {
        if (name.isBlank() || partitions < 1) {
            throw new IllegalArgumentException("a topic needs a name and at least one partition: " + name);
        }
    }

    static <V extends SpecificRecord> Topic<V> keptFor(Duration retention, String name, Class<V> valueType) {
        return new Topic<>(name, valueType, Topics.POST_PARTITIONS, Optional.of(retention), Optional.empty());
    }

    static <V extends SpecificRecord> Topic<V> compacted(String name, Class<V> valueType) {
        return new Topic<>(name, valueType, 1, Optional.empty(), Optional.empty());
    }

    static <V extends SpecificRecord> Topic<V> compacted(Duration erasure, String name, Class<V> valueType) {
        return new Topic<>(name, valueType, 1, Optional.empty(), Optional.of(erasure));
    }

    /**
     * What to ask Kafka for.
     *
     * @param replication copies of each record, 1 on a single broker
     */
    public NewTopic newTopic(short replication) {
        return new NewTopic(name, partitions, replication)
                .configs(erasure.map(Topic::erasing).orElseGet(() -> configuration(retention)));
    }

    private static Map<String, String> erasing(Duration within) {
        return Map.of(
                TopicConfig.CLEANUP_POLICY_CONFIG,
                TopicConfig.CLEANUP_POLICY_COMPACT,
                TopicConfig.MAX_COMPACTION_LAG_MS_CONFIG,
                Long.toString(within.toMillis()),
                TopicConfig.DELETE_RETENTION_MS_CONFIG,
                Long.toString(REMOVALS.toMillis()));
    }

    static Map<String, String> configuration(Optional<Duration> retention) {
        return retention
                .map(kept -> Map.of(
                        TopicConfig.CLEANUP_POLICY_CONFIG,
                        TopicConfig.CLEANUP_POLICY_DELETE,
                        TopicConfig.RETENTION_MS_CONFIG,
                        Long.toString(kept.toMillis())))
                .orElse(Map.of(TopicConfig.CLEANUP_POLICY_CONFIG, TopicConfig.CLEANUP_POLICY_COMPACT));
    }
}
