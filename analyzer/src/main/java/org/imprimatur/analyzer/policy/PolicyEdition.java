package org.imprimatur.analyzer.policy;

/**
 * A set of rules as it is published.
 *
 * @param text its rules
 * @param source the pack as it was written; empty where only the rules are known
 */
public record PolicyEdition(PolicyText text, String source, PolicySignature signature) {}
