package org.imprimatur.kit.identity;

import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Who is asking, and as what.
 *
 * @param id stands in logs and records, so it holds an account's name and not a person's
 * @param roles such as {@code author} or {@code reviewer:family}, see {@link Roles}
 */
public record Identity(String id, Set<String> roles) {

    private static final Pattern ID = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._@-]{0,63}");

    public Identity {
        if (!isId(id)) {
            throw new IllegalArgumentException(
                    "an id has 1 to 64 letters, digits, dots, hyphens, underscores or at-signs");
        }
        roles.stream().filter(role -> !Roles.isRole(role)).findFirst().ifPresent(role -> {
            throw new IllegalArgumentException(
                    "a role is a lower-case word, with a colon and a group where it has one");
        });
        roles = Set.copyOf(new TreeSet<>(roles));
    }

    /** Whether an account may have this id. */
    public static boolean isId(String text) {
        return ID.matcher(text).matches();
    }

    /** Whether one of these roles is held for everything; a role for one group does not count. */
    public boolean hasAny(String... anyOfRoles) {
        for (String role : anyOfRoles) {
            if (roles.contains(role)) {
                return true;
            }
        }
        return false;
    }

    /** Whether one of these roles is held for everything or for at least one group. */
    public boolean hasAnySomewhere(String... anyOfRoles) {
        Set<String> words = roles.stream().map(Roles::word).collect(Collectors.toSet());
        for (String role : anyOfRoles) {
            if (words.contains(role)) {
                return true;
            }
        }
        return false;
    }

    /** The groups for which one of these roles is held; empty when one is held for everything. */
    public Optional<Set<String>> groups(String... anyOfRoles) {
        return hasAny(anyOfRoles)
                ? Optional.empty()
                : Optional.of(roles.stream()
                        .filter(role -> Set.of(anyOfRoles).contains(Roles.word(role)))
                        .map(Roles::group)
                        .collect(Collectors.toUnmodifiableSet()));
    }

    /** Whether one of these roles lets them rely on what a group keeps; what no group keeps is everybody's. */
    public boolean reaches(String group, String... anyOfRoles) {
        return group.isEmpty()
                || groups(anyOfRoles).map(theirs -> theirs.contains(group)).orElse(true);
    }

    /**
     * The same person with the roles that count for accounts of this group, without the group's name.
     *
     * @param group empty for an account without one: only roles held for everything count there
     */
    public Identity within(String group) {
        return new Identity(
                id,
                roles.stream()
                        .filter(role ->
                                Roles.group(role).isEmpty() || Roles.group(role).equals(group))
                        .map(Roles::word)
                        .collect(Collectors.toSet()));
    }
}
