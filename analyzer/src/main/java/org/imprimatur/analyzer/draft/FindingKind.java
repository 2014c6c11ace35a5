package org.imprimatur.analyzer.draft;

import java.util.Locale;

/** What a detector saw. The policy, not the kind, decides what follows from it. */
public enum FindingKind {
    /** Name of a patient or of somebody presented as one. */
    PATIENT_NAME(Group.IDENTIFIER, "PERSON_NAME"),
    /** Name of a patient's relative or household member. */
    FAMILY_NAME(Group.IDENTIFIER, "PERSON_NAME"),
    /** Name of a coworker who did not agree to be named, or a coworker's private circumstances. */
    COWORKER_NAME(Group.IDENTIFIER, "PERSON_NAME"),
    /** Name of somebody in no list, whose relation and consent are unknown. */
    UNKNOWN_NAME(Group.IDENTIFIER, "PERSON_NAME"),
    PHONE(Group.IDENTIFIER),
    EMAIL(Group.IDENTIFIER),
    /** A person's own page or profile. */
    URL(Group.IDENTIFIER),
    HANDLE(Group.IDENTIFIER),
    SSN(Group.IDENTIFIER),
    MRN(Group.IDENTIFIER),
    PLAN_ID(Group.IDENTIFIER),
    ACCOUNT_NO(Group.IDENTIFIER),
    LICENSE_NO(Group.IDENTIFIER),
    VEHICLE_ID(Group.IDENTIFIER),
    DEVICE_ID(Group.IDENTIFIER),
    CARD(Group.IDENTIFIER, "CREDIT_CARD"),
    IBAN(Group.IDENTIFIER),
    IP(Group.IDENTIFIER),
    ROOM(Group.IDENTIFIER),
    /** A private street address. */
    ADDRESS(Group.IDENTIFIER, "LOCATION"),
    /** A postal code tied to a person. */
    ZIP(Group.IDENTIFIER, "LOCATION"),
    /** A birth date, or a date tied to a person's care. */
    CARE_DATE(Group.IDENTIFIER, "DATE"),
    /** An age over 89, which identifies by itself. */
    HIGH_AGE(Group.IDENTIFIER, "AGE"),

    /** An age of a person in care; a part of a combination. */
    AGE(Group.FACT),
    CONDITION(Group.FACT),
    LOCATION(Group.FACT),
    /** A relative or absolute time; a part of a combination. */
    TIME(Group.FACT, "DATE"),
    OCCUPATION(Group.FACT),
    RELATION(Group.FACT),

    /** A relative of a person in care is described, or identifies them. */
    FAMILY_IDENTIFIER(Group.CONTENT),
    /** A coworker's health, leave, discipline or schedule, named or not. */
    COWORKER(Group.CONTENT),
    /** Nobody named, yet the facts together single somebody out (45 CFR 164.514(b)(2)(ii)). */
    REIDENTIFIABLE_COMBINATION(Group.CONTENT),
    /** With what the account published before, the facts single somebody out. */
    MOSAIC(Group.CONTENT),
    REPLY_CONFIRMS_PATIENT(Group.CONTENT),
    /** A patient's story, words or picture without an authorization that covers it. */
    TESTIMONIAL_WITHOUT_AUTHORIZATION(Group.CONTENT),
    PROTOCOL_CONTRADICTION(Group.CONTENT),
    MISINFORMATION(Group.CONTENT),
    UNSUBSTANTIATED_CLAIM(Group.CONTENT),
    UNPROFESSIONAL(Group.CONTENT),
    INDIVIDUAL_ADVICE(Group.CONTENT),
    CONFIDENTIAL_INTERNAL(Group.CONTENT),

    /** Letters or digits disguised so that a reader sees what a program does not. */
    DISGUISE(Group.OBSTACLE),
    /** A language that is not judged. */
    LANGUAGE(Group.OBSTACLE),
    /** A part of the draft that no detector can read, or a failure to read it. */
    UNREADABLE(Group.OBSTACLE);

    /** What kind of thing a finding is. */
    public enum Group {
        /** Points to a person by itself. */
        IDENTIFIER,
        /** Marks a fact about a person; on its own no reason to hold. */
        FACT,
        /** Something that the draft does or says. */
        CONTENT,
        /** Something that keeps the draft from being judged. */
        OBSTACLE
    }

    private final Group group;
    private final String spanType;

    FindingKind(Group group) {
        this.group = group;
        this.spanType = name();
    }

    FindingKind(Group group, String spanType) {
        this.group = group;
        this.spanType = spanType.toUpperCase(Locale.ROOT);
    }

    public Group group() {
        return group;
    }

    /** What spans of this kind are called in predictions, such as PERSON_NAME. */
    public String spanType() {
        return spanType;
    }
}
