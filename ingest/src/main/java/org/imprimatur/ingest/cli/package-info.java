/**
 * Commands for a terminal. They only speak to a running service or to Kafka, as any other program could; nothing in the
 * service uses them.
 */
@NullMarked
package org.imprimatur.ingest.cli;

import org.jspecify.annotations.NullMarked;
