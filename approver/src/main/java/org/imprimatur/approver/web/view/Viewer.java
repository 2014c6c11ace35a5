package org.imprimatur.approver.web.view;

import java.util.Set;

/**
 * Who looks at a page, and so what its navigation offers.
 *
 * @param id of the signed-in person; empty when nobody is
 * @param roles of that person
 * @param csrf the token that every form of this session carries
 */
public record Viewer(String id, Set<String> roles, String csrf) {
    public Viewer {
        roles = Set.copyOf(roles);
    }

    /** Nobody is signed in. */
    public static Viewer nobody(String csrf) {
        return new Viewer("", Set.of(), csrf);
    }

    public boolean signedIn() {
        return !id.isEmpty();
    }

    public boolean reviews() {
        return roles.contains("reviewer");
    }

    public boolean writes() {
        return roles.contains("author");
    }

    /** May look at the history of every post. */
    public boolean audits() {
        return reviews() || roles.contains("auditor") || roles.contains("administrator");
    }

    /** May take evidence of a whole account. */
    public boolean seals() {
        return roles.contains("auditor") || roles.contains("administrator");
    }

    /** May change people, keys and accounts. */
    public boolean administers() {
        return roles.contains("administrator");
    }

    /** May decide about publications and authorizations. */
    public boolean settles() {
        return reviews() || administers();
    }

    /** May look at what services could not use. */
    public boolean mends() {
        return reviews() || roles.contains("administrator");
    }

    /** May write rules, and publish those that others wrote. */
    public boolean editsPolicies() {
        return roles.contains("policy-editor");
    }

    /** May publish rules that others wrote, and go back to earlier ones. */
    public boolean publishesPolicies() {
        return editsPolicies() || administers();
    }

    /** May look at the rules and at what drafts of them would change. */
    public boolean readsPolicies() {
        return editsPolicies() || seals();
    }

    @Override
    public String toString() {
        return "Viewer[id=" + id + ", roles=" + roles + "]";
    }
}
