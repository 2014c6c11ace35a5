package org.imprimatur.approver.readmodel;

import java.util.Optional;
import java.util.Set;
import org.imprimatur.approver.post.Delivery;

/**
 * Which publications to list, and which page of them.
 *
 * @param groups empty for all
 * @param account only there
 * @param platform only there; publications whose platform nobody knows yet are then left out
 * @param reach only for these accounts
 * @param offset rows to skip
 * @param limit rows at most, 1 to 200
 */
public record DeliveryFilter(
        Set<Delivery.Group> groups,
        Optional<String> account,
        Optional<String> platform,
        Reach reach,
        int offset,
        int limit) {
    public DeliveryFilter {
        groups = Set.copyOf(groups);
        if (offset < 0 || limit < 1 || limit > 200) {
            throw new IllegalArgumentException("offset is at least 0 and limit 1 to 200");
        }
    }

    /** Of these accounts only, whatever else is asked for. */
    public DeliveryFilter within(Reach reached) {
        return new DeliveryFilter(groups, account, platform, reached, offset, limit);
    }
}
