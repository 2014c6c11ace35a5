package org.imprimatur.approver.readmodel;

import java.time.Instant;

/**
 * A record that a service could not use, and where it came from; never its content.
 *
 * @param service such as {@code analyzer}
 * @param topic where the record stands
 * @param partition its partition there
 * @param offset its offset there
 * @param key the record's key, most often a post id; empty when it has none
 * @param fault what went wrong, as the simple name of an exception
 * @param at when it was set aside
 */
public record DeadLetterRow(
        String service, String topic, int partition, long offset, String key, String fault, Instant at) {}
