package org.imprimatur.approver.web.admin;

import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.imprimatur.kit.identity.Roles;

/** Roles as people type them: words with commas or spaces between them. */
record TypedRoles(Set<String> roles, Optional<String> fault) {

    static TypedRoles of(String text) {
        Set<String> words = Arrays.stream(text.split("[,\\s]+", -1))
                .filter(word -> !word.isEmpty())
                .collect(Collectors.toSet());
        Set<String> known = Roles.known(words);
        if (words.isEmpty()) {
            return new TypedRoles(known, Optional.of("Give at least one role."));
        }
        return new TypedRoles(
                known,
                known.size() == words.size()
                        ? Optional.empty()
                        : Optional.of("Roles are "
                                + String.join(
                                        ", ", Roles.KNOWN.stream().sorted().toList())
                                + "; for one group’s accounts write reviewer:group."));
    }
}
