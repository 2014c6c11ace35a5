package org.imprimatur.approver.audit;

/**
 * Where the history of a post ends.
 *
 * @param events how many there are; the sequence of the last one
 * @param hash of the last one
 */
public record Head(long events, String hash) {}
