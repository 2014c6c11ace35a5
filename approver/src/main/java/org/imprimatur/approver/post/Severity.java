package org.imprimatur.approver.post;

/** How much a rule matters, mildest first. */
public enum Severity {
    LOW,
    HIGH
}
