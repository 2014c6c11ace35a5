package org.imprimatur.approver.review;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * To whom a case is escalated.
 *
 * @param kind one person, or everybody with a role
 * @param name id of the person, or the role
 */
public record Addressee(Kind kind, String name) {
    private static final Set<String> ROLES = Set.of("reviewer", "administrator");

    public Addressee {
        if (name.isBlank()) {
            throw new IllegalArgumentException("an addressee has a name");
        }
    }

    /** What can be addressed. */
    public enum Kind {
        PERSON,
        ROLE
    }

    /** Reads {@code person:ID} or {@code role:ROLE}; empty for anything else. */
    public static Optional<Addressee> read(String text) {
        for (Kind kind : Kind.values()) {
            String start = prefix(kind);
            if (text.startsWith(start) && !text.substring(start.length()).isBlank()) {
                return Optional.of(new Addressee(kind, text.substring(start.length())));
            }
        }
        return Optional.empty();
    }

    /** As {@link #read} reads it. */
    public String text() {
        return prefix(kind) + name;
    }

    /** Whether this person answers for the addressee. */
    boolean fits(Person person) {
        return switch (kind) {
            case PERSON -> person.id().equals(name) && person.mayReview();
            case ROLE -> person.roles().contains(name);
        };
    }

    /** A role that decides on nothing can't be asked to. */
    boolean decides() {
        return kind == Kind.PERSON || ROLES.contains(name);
    }

    String words() {
        return kind == Kind.PERSON ? name : "somebody with the role " + name;
    }

    private static String prefix(Kind kind) {
        return kind.name().toLowerCase(Locale.ROOT) + ':';
    }
}
