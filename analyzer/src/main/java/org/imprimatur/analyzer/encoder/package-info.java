/**
 * Turns words into vectors: a small sentence encoder whose upper layers were trained on judged drafts.
 *
 * <p>Not for deciding anything: {@code meaning} reads the vectors. The frozen tensors come with a library on the class
 * path, the trained ones are laid over them when the encoder is loaded. One text at a time on one thread, so that the
 * same text gives the same vectors.
 */
@NullMarked
package org.imprimatur.analyzer.encoder;

import org.jspecify.annotations.NullMarked;
