package org.imprimatur.approver.readmodel;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;

/** Rows of what services could not use: where it stands and what went wrong, never what it says. */
final class Letters {
    private static final String SUFFIX = ".dead-letters";
    private static final String HEADER = "__streams.errors.";

    private Letters() {}

    /** A record of a dead-letter topic, which names its origin in headers. */
    static void keep(Connection connection, ConsumerRecord<byte[], byte[]> letter) throws SQLException {
        String fault = header(letter, "exception").orElse("unknown");
        insert(
                connection,
                letter.topic().endsWith(SUFFIX)
                        ? letter.topic().substring(0, letter.topic().length() - SUFFIX.length())
                        : letter.topic(),
                header(letter, "topic").orElse(letter.topic()),
                number(letter, "partition", letter.partition()),
                number(letter, "offset", letter.offset()),
                letter,
                fault.substring(fault.lastIndexOf('.') + 1));
    }

    /** A record that the read model itself cannot read. */
    static void keepUnreadable(
            Connection connection, ConsumerRecord<byte[], byte[]> record, RuntimeException undecodable)
            throws SQLException {
        insert(
                connection,
                "read-model",
                record.topic(),
                record.partition(),
                record.offset(),
                record,
                undecodable.getClass().getSimpleName());
    }

    private static void insert(
            Connection connection,
            String service,
            String topic,
            long partition,
            long offset,
            ConsumerRecord<byte[], byte[]> record,
            String fault)
            throws SQLException {
        String key = Optional.ofNullable(record.key())
                .map(bytes -> new String(bytes, StandardCharsets.UTF_8))
                .orElse("");
        Sql.of(
                        connection,
                        "INSERT OR REPLACE INTO dead_letters VALUES (?, ?, ?, ?, ?, ?, ?)",
                        service,
                        topic,
                        partition,
                        offset,
                        key,
                        fault,
                        record.timestamp())
                .update();
    }

    private static Optional<String> header(ConsumerRecord<byte[], byte[]> letter, String name) {
        return Optional.ofNullable(letter.headers().lastHeader(HEADER + name))
                .map(Header::value)
                .map(bytes -> new String(bytes, StandardCharsets.UTF_8));
    }

    private static long number(ConsumerRecord<byte[], byte[]> letter, String name, long fallback) {
        return header(letter, name)
                .filter(text -> text.matches("\\d{1,18}"))
                .map(Long::parseLong)
                .orElse(fallback);
    }
}
