package org.imprimatur.approver.wire;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.imprimatur.kit.lifecycle.Health;
import org.imprimatur.kit.lifecycle.Service;

/** Appends to Kafka, one record after the other, from its start to its close. */
public final class KafkaRecordLog implements RecordLog, Service {
    private static final Duration CLOSE_WITHIN = Duration.ofSeconds(5);

    private final String name;
    private final String bootstrap;
    private final Duration patience;
    private volatile Optional<KafkaProducer<String, byte[]>> producer = Optional.empty();

    /**
     * A log that is closed so far.
     *
     * @param name as Kafka shall know its client
     * @param patience how long an append may take
     */
    public KafkaRecordLog(String name, String bootstrap, Duration patience) {
        this.name = name;
        this.bootstrap = bootstrap;
        this.patience = patience;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public void start() {
        int millis = Math.toIntExact(patience.toMillis());
        producer = Optional.of(new KafkaProducer<>(
                Map.of(
                        ProducerConfig.BOOTSTRAP_SERVERS_CONFIG,
                        bootstrap,
                        ProducerConfig.CLIENT_ID_CONFIG,
                        name,
                        ProducerConfig.ACKS_CONFIG,
                        "all",
                        ProducerConfig.LINGER_MS_CONFIG,
                        0,
                        ProducerConfig.MAX_IN_FLIGHT_REQUESTS_PER_CONNECTION,
                        1,
                        ProducerConfig.MAX_BLOCK_MS_CONFIG,
                        millis,
                        ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG,
                        millis,
                        ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG,
                        millis),
                new StringSerializer(),
                new ByteArraySerializer()));
    }

    @Override
    public void append(ProducerRecord<String, byte[]> record) {
        KafkaProducer<String, byte[]> open =
                producer.orElseThrow(() -> new IllegalStateException(name + " is not started"));
        try {
            open.send(record).get(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while writing to " + record.topic(), interrupted);
        } catch (ExecutionException | TimeoutException | RuntimeException failed) {
            throw new IllegalStateException("what was to be done could not be written to " + record.topic(), failed);
        }
    }

    @Override
    public Health health() {
        return producer.isPresent() ? Health.up() : Health.down("not started");
    }

    @Override
    public void close() {
        producer.ifPresent(open -> open.close(CLOSE_WITHIN));
        producer = Optional.empty();
    }
}
