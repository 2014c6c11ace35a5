package org.imprimatur.kit.streams;

import java.util.Properties;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.streams.StreamsConfig;

/** The properties under which every topology of ours runs, and why. */
final class StreamsProperties {

    /** After a crash the group waits this long for the dead member; Kafka's own 45 s would keep people waiting. */
    private static final int SESSION_TIMEOUT_MS = 6_000;

    private static final int HEARTBEAT_MS = 2_000;

    /** Kafka names it in a constant that is deprecated already, because 5.0 makes it the only way. */
    private static final String GLOBAL_TOO = "processing.exception.handler.global.enabled";

    private StreamsProperties() {}

    static Properties of(StreamsSettings settings) {
        Properties properties = new Properties();
        properties.put(StreamsConfig.APPLICATION_ID_CONFIG, settings.applicationId());
        properties.put(StreamsConfig.BOOTSTRAP_SERVERS_CONFIG, settings.bootstrap());
        properties.put(StreamsConfig.STATE_DIR_CONFIG, settings.stateFolder().toString());
        properties.put(StreamsConfig.NUM_STREAM_THREADS_CONFIG, settings.threads());
        properties.put(
                StreamsConfig.COMMIT_INTERVAL_MS_CONFIG,
                settings.commitInterval().toMillis());
        properties.put(StreamsConfig.NUM_STANDBY_REPLICAS_CONFIG, settings.standbyReplicas());
        properties.put(StreamsConfig.PROCESSING_GUARANTEE_CONFIG, StreamsConfig.EXACTLY_ONCE_V2);
        properties.put(StreamsConfig.ENSURE_EXPLICIT_INTERNAL_RESOURCE_NAMING_CONFIG, true);
        properties.put(StreamsConfig.GROUP_PROTOCOL_CONFIG, "classic");
        failClosed(settings, properties);
        clients(settings, properties);
        return properties;
    }

    /** Undecodable bytes go where a person sees them; any other failure stops the thread before it commits. */
    private static void failClosed(StreamsSettings settings, Properties properties) {
        properties.put(StreamsConfig.ERRORS_DEAD_LETTER_QUEUE_TOPIC_NAME_CONFIG, settings.deadLetterTopic());
        properties.put(StreamsConfig.DESERIALIZATION_EXCEPTION_HANDLER_CLASS_CONFIG, DeadLetters.class);
        properties.put(StreamsConfig.PROCESSING_EXCEPTION_HANDLER_CLASS_CONFIG, FailClosedProcessing.class);
        properties.put(GLOBAL_TOO, true);
        properties.put(StreamsConfig.PRODUCTION_EXCEPTION_HANDLER_CLASS_CONFIG, FailClosedProduction.class);
    }

    private static void clients(StreamsSettings settings, Properties properties) {
        properties.put(StreamsConfig.mainConsumerPrefix(ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG), SESSION_TIMEOUT_MS);
        properties.put(StreamsConfig.mainConsumerPrefix(ConsumerConfig.HEARTBEAT_INTERVAL_MS_CONFIG), HEARTBEAT_MS);
        settings.groupInstanceId()
                .ifPresent(instance -> properties.put(
                        StreamsConfig.mainConsumerPrefix(ConsumerConfig.GROUP_INSTANCE_ID_CONFIG), instance));
        // an idempotent producer with several batches in flight can stall on a brand-new topic (KAFKA-15591)
        properties.put(StreamsConfig.producerPrefix(ProducerConfig.MAX_IN_FLIGHT_REQUESTS_PER_CONNECTION), 1);
    }
}
