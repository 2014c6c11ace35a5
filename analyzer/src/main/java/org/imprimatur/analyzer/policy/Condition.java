package org.imprimatur.analyzer.policy;

/** When a rule applies. Thread-safe, deterministic, and it never throws: what fails says so in its answer. */
@FunctionalInterface
public interface Condition {

    Answer ask(Facts facts);
}
