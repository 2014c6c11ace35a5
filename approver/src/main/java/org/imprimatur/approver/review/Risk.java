package org.imprimatur.approver.review;

/** Whether a case may be approved together with others. */
public enum Risk {
    /** No severe rule fired, and none asks for two. */
    LOW,
    HIGH
}
