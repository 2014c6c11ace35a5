package org.imprimatur.kit.identity;

import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The words for what a person or a program may be asked to do; a word that is not here gives nothing.
 *
 * <p>A role is held for everything ({@code reviewer}) or for the accounts of one group ({@code reviewer:family}).
 */
public final class Roles {

    /** Every role that a route may ask for. */
    public static final Set<String> KNOWN = Set.of("author", "reviewer", "policy-editor", "administrator", "auditor");

    private static final Pattern ROLE = Pattern.compile("[a-z][a-z-]{0,31}(:[a-z0-9][a-z0-9-]{0,31})?");

    private Roles() {}

    /** Whether the text has the form of a role, known or not. */
    public static boolean isRole(String text) {
        return ROLE.matcher(text).matches();
    }

    /** Those that mean something; whatever else was claimed is left out. */
    public static Set<String> known(Set<String> claimed) {
        return claimed.stream()
                .filter(role -> isRole(role) && KNOWN.contains(word(role)))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** The role without its group. */
    static String word(String role) {
        int colon = role.indexOf(':');
        return colon < 0 ? role : role.substring(0, colon);
    }

    /** The role's group; empty when it is held for everything. */
    static String group(String role) {
        int colon = role.indexOf(':');
        return colon < 0 ? "" : role.substring(colon + 1);
    }
}
