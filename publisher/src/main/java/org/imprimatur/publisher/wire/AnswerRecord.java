package org.imprimatur.publisher.wire;

import java.util.List;
import java.util.Optional;
import org.imprimatur.schemas.avro.DeliveryAnswer;

/** A record of {@code deliveries.answers}. */
public record AnswerRecord(DeliveryAnswer answer) {
    /** Ids of the deliveries for which the command was taken up. */
    public List<String> taken() {
        return List.copyOf(answer.getDeliveryIds());
    }

    /** Why it was not taken up. */
    public Optional<String> refusal() {
        return Optional.ofNullable(answer.getRefusal());
    }

    @Override
    public String toString() {
        return "AnswerRecord[" + answer.getCommand().getCommandId() + "]";
    }
}
