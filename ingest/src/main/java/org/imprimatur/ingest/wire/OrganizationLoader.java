package org.imprimatur.ingest.wire;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.imprimatur.schemas.Topics;
import org.imprimatur.schemas.organization.OrganizationFile;
import org.imprimatur.schemas.wire.Wire;

/**
 * Puts an organization's file into the compacted topics {@code directory}, {@code authorizations} and {@code accounts}.
 *
 * <p>What the file before it brought and this one lacks is removed; what people added in the console stays. Only a file
 * without any account removes none: it describes an organization whose accounts are kept elsewhere. A file ends no freeze
 * and takes no revocation back, and what stands already is not written again.
 */
public final class OrganizationLoader {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

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
        OrganizationChanges changes = new OrganizationChanges(
                wire,
                StandingRecords.read(bootstrap, Topics.DIRECTORY, PATIENCE),
                StandingRecords.read(bootstrap, Topics.ACCOUNTS, PATIENCE),
                StandingRecords.read(bootstrap, Topics.AUTHORIZATIONS, PATIENCE));
        changes.accounts(file.accounts());
        changes.authorizations(file.authorizations());
        changes.profile(file.organization());
        append(changes.records());
        List<String> warnings = new ArrayList<>(file.warnings());
        warnings.addAll(changes.warnings());
        return new Loaded(file.accounts().size(), file.authorizations().size(), changes.removed(), warnings);
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
}
