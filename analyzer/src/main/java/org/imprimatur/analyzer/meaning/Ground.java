package org.imprimatur.analyzer.meaning;

import org.imprimatur.analyzer.draft.FindingKind;

/** Why people held a draft of the training set; the order is that of the model's file. */
public enum Ground {
    /** Told as a combination: the model sees that somebody is pointed to, but not by which word. */
    PATIENT_IDENTIFIER(FindingKind.REIDENTIFIABLE_COMBINATION),
    FAMILY_IDENTIFIER(FindingKind.FAMILY_IDENTIFIER),
    COWORKER(FindingKind.COWORKER),
    REIDENTIFIABLE_COMBINATION(FindingKind.REIDENTIFIABLE_COMBINATION),
    REPLY_CONFIRMS_PATIENT(FindingKind.REPLY_CONFIRMS_PATIENT),
    PROTOCOL_CONTRADICTION(FindingKind.PROTOCOL_CONTRADICTION),
    MISINFORMATION(FindingKind.MISINFORMATION),
    UNSUBSTANTIATED_CLAIM(FindingKind.UNSUBSTANTIATED_CLAIM),
    UNPROFESSIONAL(FindingKind.UNPROFESSIONAL),
    INDIVIDUAL_ADVICE(FindingKind.INDIVIDUAL_ADVICE),
    TESTIMONIAL_WITHOUT_AUTHORIZATION(FindingKind.TESTIMONIAL_WITHOUT_AUTHORIZATION),
    CONFIDENTIAL_INTERNAL(FindingKind.CONFIDENTIAL_INTERNAL),
    /** Told as a combination for the same cause. */
    UNKNOWN_PERSON_NAMED(FindingKind.REIDENTIFIABLE_COMBINATION);

    private final FindingKind kind;

    Ground(FindingKind kind) {
        this.kind = kind;
    }

    /** The kind of finding that says this to the author. */
    public FindingKind kind() {
        return kind;
    }

    /** Whether a finding of the kind gives the same reason already. */
    public boolean isSaidBy(FindingKind found) {
        if (this == PATIENT_IDENTIFIER || this == UNKNOWN_PERSON_NAMED) {
            return found == kind || found.group() == FindingKind.Group.IDENTIFIER;
        }
        return found == kind
                || (this == FAMILY_IDENTIFIER && found == FindingKind.FAMILY_NAME)
                || (this == COWORKER && found == FindingKind.COWORKER_NAME);
    }
}
