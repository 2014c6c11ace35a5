package org.imprimatur.approver.wire.administration;

import java.time.Instant;

/**
 * What an administrator or a policy editor did, or a reviewer about an authorization.
 *
 * @param id unique
 * @param kind what was done
 * @param actor the person's id
 * @param subject whom or what it is about
 * @param detail what was given; never a password or a key
 * @param reason why; empty where none was asked for
 * @param at when
 */
public record Deed(String id, Kind kind, String actor, String subject, String detail, String reason, Instant at) {

    /** What administrators and policy editors do. */
    public enum Kind {
        PERSON_ADDED("added the person"),
        ROLES_CHANGED("changed the roles of"),
        PASSWORD_RENEWED("gave a new password to"),
        PERSON_REMOVED("removed the person"),
        SIGNED_OUT("signed out everywhere"),
        KEY_CREATED("made a key for"),
        KEY_REVOKED("revoked the key"),
        ACCOUNT_SAVED("saved the account"),
        FROZEN("froze"),
        UNFROZEN("ended the freeze of"),
        POLICY_TRIED("tried over the past the rules"),
        POLICY_PUBLISHED("published the rules"),
        POLICY_RESTORED("went back to the rules"),
        AUTHORIZATION_ADDED("recorded the authorization"),
        AUTHORIZATION_REVOKED("revoked the authorization"),
        UNKNOWN("did something of a later version to");

        private final String words;

        Kind(String words) {
            this.words = words;
        }

        public String words() {
            return words;
        }
    }
}
