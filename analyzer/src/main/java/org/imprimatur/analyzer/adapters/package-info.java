/**
 * What the engine needs from the outside: threads with a time limit, and policy packs in files.
 *
 * <p>Not for deciding anything.
 */
@NullMarked
package org.imprimatur.analyzer.adapters;

import org.jspecify.annotations.NullMarked;
