/**
 * Holds answers of running services against the description of the machine API. Not for what an answer means: that is
 * what the test asserts that asked for it.
 */
@NullMarked
package org.imprimatur.testkit.api;

import org.jspecify.annotations.NullMarked;
