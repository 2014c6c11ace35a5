package org.imprimatur.kit.streams;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.errors.RetriableException;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.errors.DeserializationExceptionHandler;
import org.apache.kafka.streams.errors.ErrorHandlerContext;
import org.imprimatur.kit.log.Fingerprint;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sends an undecodable record to the dead-letter topic with its origin, and goes on.
 *
 * <p>A record for a global store stops the application instead: from there Kafka can send no dead letter, and to step
 * over, say, a revoked authorization would be to open the gate. A failure that may pass, such as a registry that gives
 * no answer, stops the thread too: the record is not to blame and is read again.
 *
 * <p>The headers are Kafka's own names, but without message and stack trace: both may quote the record. The class is
 * public only because Kafka makes it by reflection.
 */
public final class DeadLetters implements DeserializationExceptionHandler {

    static final String EXCEPTION = "__streams.errors.exception";
    static final String TOPIC = "__streams.errors.topic";
    static final String PARTITION = "__streams.errors.partition";
    static final String OFFSET = "__streams.errors.offset";

    private static final Logger LOG = LoggerFactory.getLogger(DeadLetters.class);

    private String deadLetterTopic = "";

    @Override
    public void configure(Map<String, ?> configs) {
        deadLetterTopic = String.valueOf(configs.get(StreamsConfig.ERRORS_DEAD_LETTER_QUEUE_TOPIC_NAME_CONFIG));
    }

    @Override
    public Response handleError(
            ErrorHandlerContext context, ConsumerRecord<byte[], byte[]> record, Exception exception) {
        LOG.atError()
                .addKeyValue("topic", record.topic())
                .addKeyValue("partition", record.partition())
                .addKeyValue("offset", record.offset())
                .addKeyValue("deadLetters", deadLetterTopic)
                .addKeyValue("cause", Fingerprint.of(exception))
                .log("record_undecodable");
        if (exception instanceof RetriableException || context.taskId().subtopology() < 0) {
            return Response.fail();
        }
        ProducerRecord<byte[], byte[]> letter =
                new ProducerRecord<>(deadLetterTopic, context.sourceRawKey(), context.sourceRawValue());
        header(letter, EXCEPTION, exception.getClass().getName());
        header(letter, TOPIC, record.topic());
        header(letter, PARTITION, Integer.toString(record.partition()));
        header(letter, OFFSET, Long.toString(record.offset()));
        return Response.resume(List.of(letter));
    }

    private static void header(ProducerRecord<byte[], byte[]> letter, String name, String value) {
        letter.headers().add(name, value.getBytes(StandardCharsets.UTF_8));
    }
}
