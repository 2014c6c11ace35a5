package org.imprimatur.approver.readmodel;

import java.util.Set;
import java.util.function.Consumer;
import org.imprimatur.kit.projection.SqlRead;

/** The tables of {@link Tables} and who keeps them up to date. */
public interface Rows {

    /** Reads what is committed; safe for use by many threads. */
    <T> T read(SqlRead<T> read);

    /** Tells after every change of which keys, perhaps of more, on a thread that must not be kept. */
    void onChange(Consumer<Set<String>> listener);
}
