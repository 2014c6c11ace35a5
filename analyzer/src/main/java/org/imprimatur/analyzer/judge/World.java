package org.imprimatur.analyzer.judge;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.imprimatur.analyzer.crowd.Earlier;
import org.imprimatur.analyzer.detect.KnownOrganization;
import org.imprimatur.analyzer.policy.Account;
import org.imprimatur.analyzer.policy.Policy;

/**
 * What is known at the moment when a draft is judged; whatever is missing holds the draft.
 *
 * @param policy the active one
 * @param account the one that the draft names
 * @param unknownAuthorizations ids that the author attached and nobody registered
 * @param contentHash of the draft, computed again from what arrived
 * @param today the day of judging, where the organization says no other
 * @param earlier what other posts of the account told about somebody in the last 90 days
 */
public record World(
        Optional<Policy> policy,
        Optional<KnownOrganization> organization,
        Optional<Account> account,
        List<String> unknownAuthorizations,
        String contentHash,
        LocalDate today,
        List<Earlier> earlier) {

    public World {
        unknownAuthorizations = List.copyOf(unknownAuthorizations);
        earlier = List.copyOf(earlier);
    }

    /** A world in which the account published nothing before. */
    public World(
            Optional<Policy> policy,
            Optional<KnownOrganization> organization,
            Optional<Account> account,
            List<String> unknownAuthorizations,
            String contentHash,
            LocalDate today) {
        this(policy, organization, account, unknownAuthorizations, contentHash, today, List.of());
    }

    /** The same world under another policy. */
    World under(Policy other) {
        return new World(Optional.of(other), organization, account, unknownAuthorizations, contentHash, today, earlier);
    }

    /** The same world in which nobody has frozen the account. */
    public World unfrozen() {
        return new World(
                policy,
                organization,
                account.map(Account::unfrozen),
                unknownAuthorizations,
                contentHash,
                today,
                earlier);
    }
}
