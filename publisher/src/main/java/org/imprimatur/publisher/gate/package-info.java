/**
 * Decides whether a release goes out now, later or never, and what orders of people mean. Pure: what is known and the
 * time are passed in.
 *
 * <p>Not for what happens after PREPARED; that is the delivery's own life.
 */
@NullMarked
package org.imprimatur.publisher.gate;

import org.jspecify.annotations.NullMarked;
