package org.imprimatur.approver.web.view;

import java.util.Optional;
import java.util.Set;
import org.imprimatur.approver.readmodel.AuthorizationReach;
import org.imprimatur.approver.readmodel.Groups;
import org.imprimatur.approver.readmodel.Reach;
import org.imprimatur.approver.readmodel.ReadModel;
import org.imprimatur.kit.identity.Identity;

/**
 * Who looks at a page, and so what its navigation offers.
 *
 * <p>What belongs to accounts ({@link #reviews}, {@link #writes}, {@link #audits}, {@link #seals}, {@link #settles}) counts as soon as the role is
 * held for one group; {@link #at} tells it for one account. Everything else needs the role for everything.
 *
 * @param id of the signed-in person; empty when nobody is
 * @param roles that count here, such as {@code author} or {@code reviewer:family}
 * @param csrf the token that every form of this session carries
 * @param held every role of that person
 */
public record Viewer(String id, Set<String> roles, String csrf, Set<String> held) {
    public Viewer {
        roles = Set.copyOf(roles);
        held = Set.copyOf(held);
    }

    public Viewer(String id, Set<String> roles, String csrf) {
        this(id, roles, csrf, roles);
    }

    /** Nobody is signed in. */
    public static Viewer nobody(String csrf) {
        return new Viewer("", Set.of(), csrf);
    }

    public boolean signedIn() {
        return !id.isEmpty();
    }

    /** The same person with the roles that count for this account, and no others. */
    public Viewer at(String account, Groups groups) {
        return new Viewer(id, identity().within(groups.of(account)).roles(), csrf, held);
    }

    /** The same person with every role again, for the way to other pages. */
    public Viewer everywhere() {
        return new Viewer(id, held, csrf);
    }

    /** The accounts for which they have one of the roles. */
    public Reach reach(Groups groups, String... anyOfRoles) {
        return groups.reach(identity(), anyOfRoles);
    }

    /** The accounts whose posts they may look up. */
    public Reach audited(Groups groups) {
        return reach(groups, "reviewer", "auditor", "administrator");
    }

    /** The authorizations that they see and act on. */
    public AuthorizationReach authorizations(Groups groups, ReadModel readModel) {
        return AuthorizationReach.of(identity(), groups, readModel);
    }

    /** The groups for which they have one of the roles; empty for everything. */
    public Optional<Set<String>> groups(String... anyOfRoles) {
        return identity().groups(anyOfRoles);
    }

    /** Who it is to other services, with every role. */
    public Identity person() {
        return new Identity(id, held);
    }

    public boolean reviews() {
        return has("reviewer");
    }

    public boolean writes() {
        return has("author");
    }

    /** May look at the history of every post that they reach. */
    public boolean audits() {
        return has("reviewer", "auditor", "administrator");
    }

    /** May take evidence of a whole account. */
    public boolean seals() {
        return has("auditor", "administrator");
    }

    /** May change people, keys and accounts. */
    public boolean administers() {
        return roles.contains("administrator");
    }

    /** May read what administrators did. */
    public boolean overseesAdministration() {
        return administers() || roles.contains("auditor");
    }

    /** May decide about publications and authorizations. */
    public boolean settles() {
        return has("reviewer", "administrator");
    }

    /** May look at what services could not use. */
    public boolean mends() {
        return held.contains("reviewer") || held.contains("administrator");
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
        return publishesPolicies() || roles.contains("auditor");
    }

    private boolean has(String... anyOfRoles) {
        return signedIn() && identity().hasAnySomewhere(anyOfRoles);
    }

    private Identity identity() {
        return new Identity(id, roles);
    }

    @Override
    public String toString() {
        return "Viewer[id=" + id + ", roles=" + roles + "]";
    }
}
