/**
 * The detectors: pure functions from a draft to what they saw in it.
 *
 * <p>Not for deciding what follows: that is policy. A detector is stateless, deterministic, total and bounded; it never
 * throws for any string. To add one = one package-private class, one line in {@link Detectors}, one test. Libraries are
 * welcome for what they do best: icu4j, libphonenumber, autolink, commons-validator.
 */
@NullMarked
package org.imprimatur.analyzer.detect;

import org.jspecify.annotations.NullMarked;
