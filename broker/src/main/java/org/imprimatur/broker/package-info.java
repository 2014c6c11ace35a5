/**
 * A real Apache Kafka broker on one folder, run as a child process that never outlives its parent.
 *
 * <p>Not for clusters, not for security and not for tuning: one node on the loopback address, for the standalone run
 * and for tests. Nothing of ours that talks to Kafka may depend on it; a service knows a bootstrap address only.
 */
@NullMarked
package org.imprimatur.broker;

import org.jspecify.annotations.NullMarked;
