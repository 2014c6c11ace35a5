/**
 * Maps what is on the topics to the analyzer's own words and back.
 *
 * <p>Not for deciding anything; the only package here that knows the generated Avro classes, together with the topology
 * and the commands that carry them.
 */
@NullMarked
package org.imprimatur.analyzer.wire;

import org.jspecify.annotations.NullMarked;
