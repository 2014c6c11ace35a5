package org.imprimatur.kit.identity;

import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * Who is asking, and as what.
 *
 * @param id stands in logs and records, so it holds an account's name and not a person's
 * @param roles such as {@code author}, {@code reviewer}, {@code administrator}, {@code auditor}
 */
public record Identity(String id, Set<String> roles) {

    private static final Pattern ID = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._@-]{0,63}");
    private static final Pattern ROLE = Pattern.compile("[a-z][a-z-]{0,31}");

    public Identity {
        if (!isId(id)) {
            throw new IllegalArgumentException(
                    "an id has 1 to 64 letters, digits, dots, hyphens, underscores or at-signs");
        }
        roles.stream().filter(role -> !ROLE.matcher(role).matches()).findFirst().ifPresent(role -> {
            throw new IllegalArgumentException("a role is a lower-case word");
        });
        roles = Set.copyOf(new TreeSet<>(roles));
    }

    /** Whether an account may have this id. */
    static boolean isId(String text) {
        return ID.matcher(text).matches();
    }

    public boolean hasAny(String... anyOfRoles) {
        for (String role : anyOfRoles) {
            if (roles.contains(role)) {
                return true;
            }
        }
        return false;
    }
}
