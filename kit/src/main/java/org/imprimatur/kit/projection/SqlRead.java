package org.imprimatur.kit.projection;

import java.sql.Connection;
import java.sql.SQLException;

/** One reading of the projection; what it returns must not hold on to the connection. */
@FunctionalInterface
public interface SqlRead<T> {

    T read(Connection connection) throws SQLException;
}
