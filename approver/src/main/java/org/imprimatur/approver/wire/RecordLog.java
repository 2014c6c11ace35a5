package org.imprimatur.approver.wire;

import org.apache.kafka.clients.producer.ProducerRecord;

/** A way into the topics that is certain. Safe for several threads. */
@FunctionalInterface
public interface RecordLog {

    /** Returns when every replica has the record; throws {@link IllegalStateException} when nobody can say that in time. */
    void append(ProducerRecord<String, byte[]> record);
}
