package org.imprimatur.analyzer.draft;

/** Whether a draft speaks by itself or answers somebody. */
public enum DraftKind {
    POST,
    REPLY
}
