package org.imprimatur.analyzer.text;

/**
 * Where a phrase stands, in token indexes, half-open.
 *
 * @param start first token of the marked piece, or of the phrase when nothing is marked
 * @param end one past the last token of the marked piece
 * @param phraseStart first token of the whole phrase
 * @param phraseEnd one past the last token of the whole phrase
 */
public record Match(int start, int end, int phraseStart, int phraseEnd) {}
