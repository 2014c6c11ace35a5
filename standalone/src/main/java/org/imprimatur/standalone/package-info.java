/**
 * The whole product in one command: a broker, a schema registry, the four services, and people and samples to begin with.
 *
 * <p>It composes and decides nothing. Not for production on several machines: there the services run by themselves.
 */
@NullMarked
package org.imprimatur.standalone;

import org.jspecify.annotations.NullMarked;
