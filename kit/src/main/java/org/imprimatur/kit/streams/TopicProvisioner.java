package org.imprimatur.kit.streams;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.Node;
import org.apache.kafka.common.TopicPartitionInfo;
import org.apache.kafka.common.errors.TopicExistsException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Creates the topics that are missing and refuses those that differ.
 *
 * <p>Topics that exist keep their settings; only another number of partitions is refused, because a key would then
 * stand elsewhere than the others think. May run in several processes at once.
 */
public final class TopicProvisioner {

    private static final Logger LOG = LoggerFactory.getLogger(TopicProvisioner.class);
    private static final Duration WITHIN = Duration.ofSeconds(60);
    private static final Duration PAUSE = Duration.ofMillis(100);

    private TopicProvisioner() {}

    /** Returns when every topic exists and every partition has a leader; throws {@link TopicFault} otherwise. */
    public static void ensure(String bootstrap, Collection<NewTopic> topics) {
        ensure(bootstrap, topics, WITHIN);
    }

    static void ensure(String bootstrap, Collection<NewTopic> topics, Duration within) {
        int millis = Math.toIntExact(within.toMillis());
        Map<String, Object> properties = Map.of(
                AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrap,
                AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, millis,
                AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, Math.min(millis, 10_000));
        try (Admin admin = Admin.create(properties)) {
            ensure(admin, topics, within);
        } catch (ExecutionException failure) {
            throw new TopicFault(
                    "Kafka at %s could not be asked for its topics within %d s (%s)."
                            .formatted(bootstrap, within.toSeconds(), name(failure)),
                    failure);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new TopicFault("Interrupted while the topics were prepared.", interrupted);
        }
    }

    static void ensure(Admin admin, Collection<NewTopic> topics, Duration within)
            throws ExecutionException, InterruptedException {
        Set<String> existing = admin.listTopics().names().get();
        List<NewTopic> missing = topics.stream()
                .filter(topic -> !existing.contains(topic.name()))
                .toList();
        for (NewTopic topic : missing) {
            create(admin, topic);
        }
        Instant end = Instant.now().plus(within);
        Map<String, NewTopic> waiting = new LinkedHashMap<>();
        topics.forEach(topic -> waiting.put(topic.name(), topic));
        while (!waiting.isEmpty()) {
            waiting.values().removeIf(topic -> isReady(admin, topic));
            if (!waiting.isEmpty() && Instant.now().isAfter(end)) {
                throw new TopicFault("These topics have no leader for some partition after %d s: %s."
                        .formatted(within.toSeconds(), waiting.keySet()));
            }
            if (!waiting.isEmpty()) {
                Thread.sleep(PAUSE.toMillis());
            }
        }
    }

    private static void create(Admin admin, NewTopic topic) throws ExecutionException, InterruptedException {
        try {
            admin.createTopics(List.of(topic)).all().get();
            LOG.atInfo()
                    .addKeyValue("topic", topic.name())
                    .addKeyValue("partitions", topic.numPartitions())
                    .log("topic_created");
        } catch (ExecutionException failure) {
            if (!(failure.getCause() instanceof TopicExistsException)) {
                throw new TopicFault(
                        "The topic %s could not be created (%s).".formatted(topic.name(), name(failure)), failure);
            }
        }
    }

    private static boolean isReady(Admin admin, NewTopic wanted) {
        try {
            TopicDescription found = admin.describeTopics(List.of(wanted.name()))
                    .allTopicNames()
                    .get()
                    .getOrDefault(wanted.name(), new TopicDescription(wanted.name(), false, List.of()));
            int partitions = found.partitions().size();
            if (wanted.numPartitions() > 0 && partitions > 0 && partitions != wanted.numPartitions()) {
                throw new TopicFault(
                        "The topic %s has %d partitions, but %d are needed; a topic's partitions can't be changed without moving its keys."
                                .formatted(wanted.name(), partitions, wanted.numPartitions()));
            }
            return partitions > 0 && found.partitions().stream().allMatch(TopicProvisioner::hasLeader);
        } catch (ExecutionException failure) {
            if (failure.getCause() instanceof UnknownTopicOrPartitionException) {
                return false; // created a moment ago, and not every broker knows it yet
            }
            throw new TopicFault(
                    "The topic %s could not be described (%s).".formatted(wanted.name(), name(failure)), failure);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new TopicFault("Interrupted while waiting for the topic " + wanted.name() + ".", interrupted);
        }
    }

    private static boolean hasLeader(TopicPartitionInfo partition) {
        Node leader = partition.leader();
        return leader != null && !leader.isEmpty();
    }

    private static String name(ExecutionException failure) {
        Throwable cause = failure.getCause();
        return (cause == null ? failure : cause).getClass().getSimpleName();
    }
}
