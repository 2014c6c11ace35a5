/**
 * The engine: what was seen plus what the policy says about it makes a judgement, and any doubt makes it a hold.
 *
 * <p>Not for topics, files or threads; the topology and the archive screening use the same engine through this door.
 */
@NullMarked
package org.imprimatur.analyzer.judge;

import org.jspecify.annotations.NullMarked;
