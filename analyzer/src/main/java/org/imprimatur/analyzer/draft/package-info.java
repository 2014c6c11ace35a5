/**
 * What the analyzer judges and what it says of it, in its own words.
 *
 * <p>Not for anything that knows Avro, Kafka, policy or the organization: the wire maps to these records, detectors read
 * them.
 */
@NullMarked
package org.imprimatur.analyzer.draft;

import org.jspecify.annotations.NullMarked;
