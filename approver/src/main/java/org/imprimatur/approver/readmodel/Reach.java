package org.imprimatur.approver.readmodel;

import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The accounts whose posts somebody may see.
 *
 * @param accounts their ids; empty for every account, those that nobody registered among them
 */
public record Reach(Optional<Set<String>> accounts) {

    /** Every account. */
    public static final Reach EVERYTHING = new Reach(Optional.empty());

    public Reach {
        accounts = accounts.map(Set::copyOf);
    }

    public boolean covers(String account) {
        return accounts.filter(reached -> !reached.contains(account)).isEmpty();
    }

    /** As a condition on the column of accounts, with its {@link #values} in place of question marks. */
    String condition(String column) {
        return accounts.map(reached ->
                        column + reached.stream().map(account -> "?").collect(Collectors.joining(", ", " IN (", ")")))
                .orElse("1 = 1");
    }

    Stream<String> values() {
        return accounts.stream().flatMap(Set::stream).sorted();
    }
}
