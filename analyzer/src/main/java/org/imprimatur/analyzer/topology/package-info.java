/**
 * The stream of drafts: each is judged and goes to the cleared or to the held.
 *
 * <p>Not for judging (that is {@code judge}) nor for knowing Avro (that is {@code wire}).
 */
@NullMarked
package org.imprimatur.analyzer.topology;

import org.jspecify.annotations.NullMarked;
