package org.imprimatur.kit.streams;

import java.util.Map;
import org.apache.kafka.streams.errors.ErrorHandlerContext;
import org.apache.kafka.streams.errors.ProcessingExceptionHandler;
import org.apache.kafka.streams.processor.api.Record;
import org.imprimatur.kit.log.Fingerprint;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Stops the thread when a step of a topology throws, so that nothing is committed past the failure.
 *
 * <p>The class is public only because Kafka makes it by reflection.
 */
public final class FailClosedProcessing implements ProcessingExceptionHandler {

    private static final Logger LOG = LoggerFactory.getLogger(FailClosedProcessing.class);

    @Override
    public void configure(Map<String, ?> configs) {
        // nothing to choose
    }

    @Override
    public Response handleError(ErrorHandlerContext context, Record<?, ?> record, Exception exception) {
        LOG.atError()
                .addKeyValue("step", context.processorNodeId())
                .addKeyValue("task", context.taskId())
                .addKeyValue("topic", context.topic())
                .addKeyValue("partition", context.partition())
                .addKeyValue("offset", context.offset())
                .addKeyValue("cause", Fingerprint.of(exception))
                .log("processing_failed");
        return Response.fail();
    }
}
