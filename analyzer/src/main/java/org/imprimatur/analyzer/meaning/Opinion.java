package org.imprimatur.analyzer.meaning;

/**
 * What the model thinks of a reading.
 *
 * @param confidence 0 to 1 that it must be held; from 0.5 on it is to be held
 * @param ground the likeliest reason if it must be held
 * @param sentence index of the sentence that weighs most; 0 for a reading without sentences
 */
public record Opinion(double confidence, Ground ground, int sentence) {}
