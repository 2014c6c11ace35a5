/** Runs one Kafka Streams topology and makes sure that its topics exist. Not for topologies themselves, nor for what a record means. */
@NullMarked
package org.imprimatur.kit.streams;

import org.jspecify.annotations.NullMarked;
