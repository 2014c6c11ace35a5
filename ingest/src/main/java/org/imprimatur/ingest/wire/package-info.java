/**
 * Writes to Kafka, and turns what is read from it into the words of the pure packages. The only place in this service
 * that knows the Avro classes.
 */
@NullMarked
package org.imprimatur.ingest.wire;

import org.jspecify.annotations.NullMarked;
