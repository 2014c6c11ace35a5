/** Proves what callers of the live check are told. */
@NullMarked
package org.imprimatur.analyzer.api;

import org.jspecify.annotations.NullMarked;
