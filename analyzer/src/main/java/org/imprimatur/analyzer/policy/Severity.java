package org.imprimatur.analyzer.policy;

/** How much harm publishing would do: HIGH exposes a person, endangers health or leaks secrets. */
public enum Severity {
    LOW,
    HIGH
}
