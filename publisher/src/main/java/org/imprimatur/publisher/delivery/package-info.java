/**
 * The life of one delivery: what may follow what, and what an answer of a platform leads to. Pure.
 *
 * <p>Not for deciding whether something may go out (that is the gate), nor for talking to anybody.
 */
@NullMarked
package org.imprimatur.publisher.delivery;

import org.jspecify.annotations.NullMarked;
