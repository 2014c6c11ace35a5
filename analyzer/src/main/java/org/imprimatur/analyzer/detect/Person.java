package org.imprimatur.analyzer.detect;

/**
 * Somebody named in a draft.
 *
 * @param start first token of the name
 * @param end one past the last token
 * @param certainty 0 to 1: how sure it is a person's name at all
 */
record Person(int start, int end, Role role, double certainty) {

    /** Who the named is, as far as lists and words nearby tell. */
    enum Role {
        /** Works here and agreed to be named. */
        STAFF,
        /** Works here and did not agree. */
        PRIVATE_STAFF,
        /** Signed an authorization that is attached. */
        AUTHORIZED,
        /** A public or historical person. */
        PUBLIC,
        PATIENT,
        RELATIVE,
        UNKNOWN
    }
}
