package org.imprimatur.approver.readmodel;

import java.util.Optional;
import java.util.Set;
import org.imprimatur.approver.post.SignedAuthorization;
import org.imprimatur.kit.identity.Identity;

/**
 * The authorizations that a reviewer or administrator sees, and those that they act on.
 *
 * @param groups for which their role counts; empty for everything
 * @param relied ids on which posts for accounts of these groups rest
 */
public record AuthorizationReach(Optional<Set<String>> groups, Set<String> relied) {
    private static final String[] WHO = {"reviewer", "administrator"};

    public AuthorizationReach {
        groups = groups.map(Set::copyOf);
        relied = Set.copyOf(relied);
    }

    /** Of this person as things stand now. */
    public static AuthorizationReach of(Identity person, Groups groups, ReadModel readModel) {
        Optional<Set<String>> limited = person.groups(WHO);
        return new AuthorizationReach(
                limited, limited.isEmpty() ? Set.of() : readModel.reliedOn(groups.reach(person, WHO)));
    }

    /** Whether they may read it: it is their groups', or their posts rest on it. */
    public boolean covers(SignedAuthorization one) {
        return settles(one.group()) || relied.contains(one.id());
    }

    /** Whether they may record or revoke what this group keeps; empty for the whole organization. */
    public boolean settles(String group) {
        return groups.filter(each -> !each.contains(group)).isEmpty();
    }
}
