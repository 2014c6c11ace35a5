/**
 * The schema registry of the standalone run: the part of Confluent's REST API that clients use, over one compacted topic.
 *
 * <p>Not a registry to operate for others: one instance, loopback only, Avro without references, nothing is deleted.
 */
@NullMarked
package org.imprimatur.standalone.registry;

import org.jspecify.annotations.NullMarked;
