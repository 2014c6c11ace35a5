/**
 * Puts on the platforms what was released, once: the release gate, the worker that calls connectors, and its main.
 *
 * <p>Not for judging content or people's rights; whatever arrives here was cleared by policy or approved by people.
 */
@NullMarked
package org.imprimatur.publisher;

import org.jspecify.annotations.NullMarked;
