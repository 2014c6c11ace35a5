package org.imprimatur.analyzer.meaning;

import org.imprimatur.analyzer.draft.FindingKind;

/** What a word can tell about a person; the order is that of the model's file. */
public enum Telling {
    NAME(FindingKind.PATIENT_NAME),
    TIME(FindingKind.TIME),
    PLACE(FindingKind.LOCATION),
    OCCUPATION(FindingKind.OCCUPATION),
    RELATION(FindingKind.RELATION),
    AGE(FindingKind.AGE),
    CONDITION(FindingKind.CONDITION);

    private final FindingKind kind;

    Telling(FindingKind kind) {
        this.kind = kind;
    }

    /** The kind of finding that says this to the author. */
    public FindingKind kind() {
        return kind;
    }
}
