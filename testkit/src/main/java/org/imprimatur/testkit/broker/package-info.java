/**
 * The one broker that all tests of a JVM share.
 *
 * <p>Not for tests of a pure core, which need none, and not for tests that kill a broker: those start their own.
 */
@NullMarked
package org.imprimatur.testkit.broker;

import org.jspecify.annotations.NullMarked;
