package org.imprimatur.publisher.topology;

import java.time.Duration;
import java.time.Instant;
import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.imprimatur.publisher.gate.ReleaseGate;

/** Hands everything that comes, and the time, to the gatekeeper. */
final class GateProcessor implements Processor<String, GateInput, String, Object> {
    private static final Duration LOOKS_EVERY = Duration.ofSeconds(1);

    private final ReleaseGate gate;
    private ProcessorContext<String, Object> context;
    private Gatekeeper keeper;

    @SuppressWarnings("NullAway.Init") // Kafka Streams calls init before anything else
    GateProcessor(ReleaseGate gate) {
        this.gate = gate;
    }

    @Override
    public void init(ProcessorContext<String, Object> given) {
        context = given;
        keeper = new Gatekeeper(gate, new PostBook(given), new Registers(given), new Watch(given), new Outbound(given));
        given.schedule(LOOKS_EVERY, PunctuationType.WALL_CLOCK_TIME, at -> keeper.look(Instant.ofEpochMilli(at)));
    }

    @Override
    public void process(Record<String, GateInput> record) {
        GateInput input = record.value();
        if (!input.postId().equals(record.key())) {
            throw new IllegalArgumentException("a record is not keyed by its post " + input.postId());
        }
        input.enter(keeper, Instant.ofEpochMilli(context.currentSystemTimeMs()));
    }
}
