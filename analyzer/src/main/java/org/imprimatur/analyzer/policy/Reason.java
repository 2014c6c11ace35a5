package org.imprimatur.analyzer.policy;

/** Why a draft is held, in the closed list by which reviewers, reports and measurements group. */
public enum Reason {
    PATIENT_IDENTIFIER,
    FAMILY_IDENTIFIER,
    COWORKER,
    /** Nobody is named, yet age, illness, place, time or job single somebody out. */
    REIDENTIFIABLE_COMBINATION,
    REPLY_CONFIRMS_PATIENT,
    PROTOCOL_CONTRADICTION,
    MISINFORMATION,
    UNSUBSTANTIATED_CLAIM,
    UNPROFESSIONAL,
    INDIVIDUAL_ADVICE,
    TESTIMONIAL_WITHOUT_AUTHORIZATION,
    CONFIDENTIAL_INTERNAL,
    /** In no list; relation and consent unknown. */
    UNKNOWN_PERSON_NAMED,

    /** A detector, a rule or the machinery around them failed. */
    ENGINE_FAILURE,
    MISSING_POLICY,
    MISSING_ORGANIZATION,
    UNKNOWN_ACCOUNT,
    FROZEN_ACCOUNT,
    CONTENT_HASH_MISMATCH,
    PICTURE_NOT_ANALYSED,
    UNSUPPORTED_LANGUAGE
}
