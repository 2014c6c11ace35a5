package org.imprimatur.analyzer.policy;

/** One rule as somebody wrote it, not yet checked; every field may be blank or wrong. */
public record RuleText(
        String id,
        String title,
        String reason,
        String citation,
        String expression,
        String action,
        String severity,
        String message,
        String suggestion) {}
