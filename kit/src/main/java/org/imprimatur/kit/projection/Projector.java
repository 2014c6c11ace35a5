package org.imprimatur.kit.projection;

import java.sql.Connection;
import java.sql.SQLException;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** Turns records into rows. It must give the same rows for the same records, whenever it runs. */
public interface Projector {

    /** Another number than the file's makes the projection anew; raise it with every change of tables or meaning. */
    int version();

    /** Makes the tables in an empty file; names that begin with {@code projection_} are taken. */
    void createTables(Connection connection) throws SQLException;

    /**
     * Writes one record; commits and offsets are the projection's. An undecodable record is to be skipped or shown here:
     * an exception stops the projection where it stands.
     */
    void apply(Connection connection, ConsumerRecord<byte[], byte[]> record) throws SQLException;
}
