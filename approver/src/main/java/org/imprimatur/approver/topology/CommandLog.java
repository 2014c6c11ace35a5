package org.imprimatur.approver.topology;

import java.time.Duration;
import java.util.Map;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.serialization.StringSerializer;
import org.imprimatur.approver.wire.CommandRecord;
import org.imprimatur.approver.wire.ReviewSerdes;
import org.imprimatur.schemas.wire.Wire;

/** Opens the way into {@code reviews.commands}: nothing is acknowledged before every replica has it. */
public final class CommandLog {

    private CommandLog() {}

    /**
     * A producer of commands.
     *
     * @param within how long an append may take before it counts as not taken
     */
    public static KafkaProducer<String, CommandRecord> open(String bootstrap, Duration within, Wire wire) {
        int millis = Math.toIntExact(within.toMillis());
        Map<String, Object> properties = Map.of(
                ProducerConfig.BOOTSTRAP_SERVERS_CONFIG,
                bootstrap,
                ProducerConfig.CLIENT_ID_CONFIG,
                "approver-desk",
                ProducerConfig.ACKS_CONFIG,
                "all",
                ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG,
                true,
                ProducerConfig.MAX_IN_FLIGHT_REQUESTS_PER_CONNECTION,
                1, // more can stall on a brand-new topic (KAFKA-15591)
                ProducerConfig.LINGER_MS_CONFIG,
                0,
                ProducerConfig.MAX_BLOCK_MS_CONFIG,
                millis,
                ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG,
                millis,
                ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG,
                millis);
        return new KafkaProducer<>(properties, new StringSerializer(), new ReviewSerdes(wire).commandsOut());
    }
}
