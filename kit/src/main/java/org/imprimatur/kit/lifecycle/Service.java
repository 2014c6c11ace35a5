package org.imprimatur.kit.lifecycle;

/** A part of a program that is started once and closed once. */
public interface Service extends AutoCloseable {

    /** A short name for logs and the health page, such as {@code analyzer}. */
    String name();

    /** Returns when the part has begun its work; {@link #health()} says when it is ready. Throws when it can't begin. */
    void start();

    Health health();

    /** Stops the part and frees what it holds. Harmless when it never started or is already closed. */
    @Override
    void close();
}
