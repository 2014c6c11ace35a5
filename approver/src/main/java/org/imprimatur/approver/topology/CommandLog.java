package org.imprimatur.approver.topology;

import java.time.Duration;
import java.util.Map;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.serialization.StringSerializer;
import org.imprimatur.approver.post.Glance;
import org.imprimatur.approver.wire.CommandRecord;
import org.imprimatur.approver.wire.GlanceSerdes;
import org.imprimatur.approver.wire.ReviewSerdes;
import org.imprimatur.schemas.wire.Wire;

/** Opens the ways into {@code reviews.commands} and {@code reviews.presence}: nothing is acknowledged before every replica has it. */
public final class CommandLog {

    private CommandLog() {}

    /**
     * A producer of commands.
     *
     * @param within how long an append may take before it counts as not taken
     */
    public static KafkaProducer<String, CommandRecord> open(String bootstrap, Duration within, Wire wire) {
        return new KafkaProducer<>(
                properties(bootstrap, within, "approver-desk"),
                new StringSerializer(),
                new ReviewSerdes(wire).commandsOut());
    }

    /** A producer of glances; that one is lost now and then does no harm, and nobody waits for it. */
    public static KafkaProducer<String, Glance> glances(String bootstrap, Duration within, Wire wire) {
        return new KafkaProducer<>(
                properties(bootstrap, within, "approver-presence"),
                new StringSerializer(),
                new GlanceSerdes(wire).out());
    }

    private static Map<String, Object> properties(String bootstrap, Duration within, String client) {
        int millis = Math.toIntExact(within.toMillis());
        return Map.of(
                ProducerConfig.BOOTSTRAP_SERVERS_CONFIG,
                bootstrap,
                ProducerConfig.CLIENT_ID_CONFIG,
                client,
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
    }
}
