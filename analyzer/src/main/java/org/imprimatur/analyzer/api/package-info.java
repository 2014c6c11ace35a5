/**
 * Speaks HTTP for this service: what an author is still writing comes in, what the engine says to it goes out. Not for
 * judging, and not a place where a draft is kept.
 */
@NullMarked
package org.imprimatur.analyzer.api;

import org.jspecify.annotations.NullMarked;
