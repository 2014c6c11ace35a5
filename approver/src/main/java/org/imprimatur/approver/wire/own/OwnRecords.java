package org.imprimatur.approver.wire.own;

import java.util.Optional;

/** How one kind of thing that people keep for themselves lies in its topic. Safe for several threads. */
public interface OwnRecords<T> {

    /** Name of the topic. */
    String topic();

    /** As a value of the topic. */
    byte[] written(OwnKey key, T thing);

    /** What {@link #written} made; empty for bytes that are no such value. */
    Optional<T> read(byte[] bytes);
}
