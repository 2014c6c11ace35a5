package org.imprimatur.ingest.wire;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.imprimatur.schemas.Topic;
import org.imprimatur.schemas.Topics;
import org.imprimatur.schemas.avro.Account;
import org.imprimatur.schemas.avro.Authorization;
import org.imprimatur.schemas.organization.OrganizationFile;
import org.imprimatur.schemas.wire.Wire;

/**
 * Puts an organization's file into the compacted topics {@code directory}, {@code authorizations} and {@code accounts}.
 *
 * <p>What an earlier file had and this one lacks is removed. Only a file without any account removes none: it describes
 * an organization whose accounts are kept elsewhere.
 */
public final class OrganizationLoader {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Duration POLL = Duration.ofMillis(500);

    private final String bootstrap;
    private final Wire wire;

    /** Loads into Kafka at {@code bootstrap}; the three topics must exist. */
    public OrganizationLoader(String bootstrap, Wire wire) {
        this.bootstrap = bootstrap;
        this.wire = wire;
    }

    /**
     * What was loaded.
     *
     * @param removed keys that are gone, such as {@code authorizations/A-103}
     * @param warnings sentences about what in the file was ignored or kept
     */
    public record Loaded(int accounts, int authorizations, List<String> removed, List<String> warnings) {
        public Loaded {
            removed = List.copyOf(removed);
            warnings = List.copyOf(warnings);
        }
    }

    /**
     * Returns when Kafka has acknowledged everything with acks=all.
     *
     * @throws org.apache.kafka.common.KafkaException when it did not; loading again is harmless
     */
    public Loaded load(OrganizationFile file) {
        Set<String> oldAuthorizations = keys(Topics.AUTHORIZATIONS);
        Set<String> oldAccounts = keys(Topics.ACCOUNTS);
        List<String> warnings = new ArrayList<>(file.warnings());
        if (file.accounts().isEmpty() && !oldAccounts.isEmpty()) {
            warnings.add("The file lists no accounts; the known ones stay: " + String.join(", ", oldAccounts));
            oldAccounts = Set.of();
        }
        List<ProducerRecord<String, byte[]>> records = new ArrayList<>();
        records.add(record(Topics.DIRECTORY, Topics.ORGANIZATION, file.organization()));
        for (Account account : file.accounts()) {
            records.add(record(Topics.ACCOUNTS, account.getAccountId(), account));
        }
        for (Authorization authorization : file.authorizations()) {
            records.add(record(Topics.AUTHORIZATIONS, authorization.getAuthorizationId(), authorization));
        }
        List<ProducerRecord<String, byte[]>> tombstones = new ArrayList<>();
        tombstones.addAll(tombstones(Topics.ACCOUNTS, oldAccounts, records));
        tombstones.addAll(tombstones(Topics.AUTHORIZATIONS, oldAuthorizations, records));
        records.addAll(tombstones);
        append(records);
        List<String> removed =
                tombstones.stream().map(gone -> gone.topic() + "/" + gone.key()).toList();
        return new Loaded(file.accounts().size(), file.authorizations().size(), removed, warnings);
    }

    private <V extends SpecificRecord> ProducerRecord<String, byte[]> record(Topic<V> topic, String key, V value) {
        return new ProducerRecord<>(
                topic.name(), key, wire.serde(topic).serializer().serialize(topic.name(), value));
    }

    private static List<ProducerRecord<String, byte[]>> tombstones(
            Topic<?> topic, Set<String> before, List<ProducerRecord<String, byte[]>> now) {
        Set<String> gone = new TreeSet<>(before);
        now.stream().filter(record -> record.topic().equals(topic.name())).forEach(record -> gone.remove(record.key()));
        return gone.stream().map(key -> tombstone(topic, key)).toList();
    }

    @SuppressWarnings("NullAway") // Kafka's word for a tombstone is a value that is null.
    private static ProducerRecord<String, byte[]> tombstone(Topic<?> topic, String key) {
        return new ProducerRecord<>(topic.name(), key, null);
    }

    private void append(List<ProducerRecord<String, byte[]>> records) {
        Map<String, Object> configuration = Map.of(
                ProducerConfig.BOOTSTRAP_SERVERS_CONFIG,
                bootstrap,
                ProducerConfig.ACKS_CONFIG,
                "all",
                ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG,
                true,
                ProducerConfig.MAX_IN_FLIGHT_REQUESTS_PER_CONNECTION,
                1,
                ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG,
                Math.toIntExact(PATIENCE.toMillis() / 2),
                ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG,
                Math.toIntExact(PATIENCE.toMillis()),
                ProducerConfig.MAX_BLOCK_MS_CONFIG,
                PATIENCE.toMillis());
        try (Producer<String, byte[]> producer =
                new KafkaProducer<>(configuration, new StringSerializer(), new ByteArraySerializer())) {
            List<Future<?>> acknowledgements = new ArrayList<>();
            records.forEach(record -> acknowledgements.add(producer.send(record)));
            for (Future<?> acknowledgement : acknowledgements) {
                acknowledgement.get();
            }
        } catch (ExecutionException e) {
            throw new KafkaException("Kafka did not acknowledge the organization's file", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new KafkaException("interrupted while loading the organization's file", e);
        }
    }

    /** Keys that stand in the topic now. */
    private Set<String> keys(Topic<?> topic) {
        Map<String, Object> configuration = Map.of(
                ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
                bootstrap,
                ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG,
                false,
                ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG,
                false,
                ConsumerConfig.DEFAULT_API_TIMEOUT_MS_CONFIG,
                Math.toIntExact(PATIENCE.toMillis()));
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
            return standing(consumer, consumer.endOffsets(partitions));
        }
    }

    private static Set<String> standing(Consumer<String, byte[]> consumer, Map<TopicPartition, Long> ends) {
        Set<String> standing = new TreeSet<>();
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
            if (System.nanoTime() > deadline) {
                throw new TimeoutException("Kafka did not give the organization's records in time");
            }
            for (ConsumerRecord<String, byte[]> record : consumer.poll(POLL)) {
                if (Optional.ofNullable(record.value()).isPresent()) {
                    standing.add(record.key());
                } else {
                    standing.remove(record.key());
                }
            }
        }
        return standing;
    }
}
