package org.imprimatur.approver.topology;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.processor.api.RecordMetadata;

/**
 * Sets a record aside that can be read and must not be used: its letter says why and where the record stands, under the
 * header names that Kafka Streams uses for undecodable records. The record itself stays in its topic.
 */
final class Aside {
    private static final String PREFIX = "__streams.errors.";

    Record<String, Object> letter(Record<String, ?> record, String why, Optional<RecordMetadata> origin) {
        RecordHeaders headers = new RecordHeaders();
        add(headers, "exception", why);
        origin.ifPresent(where -> {
            add(headers, "topic", where.topic());
            add(headers, "partition", Integer.toString(where.partition()));
            add(headers, "offset", Long.toString(where.offset()));
        });
        return new Record<>(record.key(), new byte[0], record.timestamp(), headers);
    }

    private static void add(RecordHeaders headers, String name, String value) {
        headers.add(PREFIX + name, value.getBytes(StandardCharsets.UTF_8));
    }
}
