package org.imprimatur.kit.streams;

import java.util.Map;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.errors.RetriableException;
import org.apache.kafka.streams.errors.ErrorHandlerContext;
import org.apache.kafka.streams.errors.ProductionExceptionHandler;
import org.imprimatur.kit.log.Fingerprint;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Stops the thread when a record can't be written, unless trying again may help.
 *
 * <p>The class is public only because Kafka makes it by reflection.
 */
public final class FailClosedProduction implements ProductionExceptionHandler {

    private static final Logger LOG = LoggerFactory.getLogger(FailClosedProduction.class);

    @Override
    public void configure(Map<String, ?> configs) {
        // nothing to choose
    }

    @Override
    public Response handleError(
            ErrorHandlerContext context, ProducerRecord<byte[], byte[]> record, Exception exception) {
        log(context, record.topic(), exception);
        return exception instanceof RetriableException ? Response.retry() : Response.fail();
    }

    @Override
    @SuppressWarnings("rawtypes") // the signature is Kafka's
    public Response handleSerializationError(
            ErrorHandlerContext context,
            ProducerRecord record,
            Exception exception,
            SerializationExceptionOrigin origin) {
        log(context, record.topic(), exception);
        return Response.fail();
    }

    private static void log(ErrorHandlerContext context, String target, Exception exception) {
        LOG.atError()
                .addKeyValue("step", context.processorNodeId())
                .addKeyValue("task", context.taskId())
                .addKeyValue("target", target)
                .addKeyValue("cause", Fingerprint.of(exception))
                .log("production_failed");
    }
}
