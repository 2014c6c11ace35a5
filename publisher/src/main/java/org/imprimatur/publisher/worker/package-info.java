/**
 * Calls connectors for what the gate let through: arms in the log before each call, writes what came of it after.
 *
 * <p>Not for rules about deliveries (see {@code delivery}) nor for any platform's protocol (see {@code connectors}).
 */
@NullMarked
package org.imprimatur.publisher.worker;

import org.jspecify.annotations.NullMarked;
