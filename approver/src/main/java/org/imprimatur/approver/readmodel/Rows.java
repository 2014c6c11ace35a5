package org.imprimatur.approver.readmodel;

import org.imprimatur.kit.projection.SqlRead;

/** The tables of {@link Tables} and who keeps them up to date. */
public interface Rows {

    /** Reads what is committed; safe for use by many threads. */
    <T> T read(SqlRead<T> read);

    /** Calls back after every change, on a thread that must not be kept. */
    void onChange(Runnable listener);
}
