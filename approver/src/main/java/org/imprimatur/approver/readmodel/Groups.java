package org.imprimatur.approver.readmodel;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.imprimatur.kit.identity.Identity;

/** Which accounts belong to which group, to which roles may be limited. Safe for several threads. */
@FunctionalInterface
public interface Groups {

    /** The group of every registered account; empty where it is the whole organization's. */
    Map<String, String> byAccount();

    /** The group of one account; empty too where nobody registered it, so that only roles for everything count there. */
    default String of(String account) {
        return byAccount().getOrDefault(account, "");
    }

    /** Where one of these roles counts. */
    default Reach reach(Identity person, String... anyOfRoles) {
        Optional<Set<String>> groups = person.groups(anyOfRoles);
        return groups.isEmpty()
                ? Reach.EVERYTHING
                : new Reach(groups.map(each -> byAccount().entrySet().stream()
                        .filter(account -> each.contains(account.getValue()))
                        .map(Map.Entry::getKey)
                        .collect(Collectors.toSet())));
    }
}
