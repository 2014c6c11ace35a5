package org.imprimatur.publisher.gate;

import java.util.Map;
import java.util.Optional;

/**
 * What is known now about everything that a release rests on.
 *
 * @param account where it goes; empty when there is none by that id
 * @param everythingFrozen why nothing at all may go out; empty when it may
 * @param policyVersion of the policy that judges now; empty when there is none
 * @param consents by id, those of the attached authorizations that are on file
 * @param blocked why, by hash, those of its pictures that may not go out
 */
public record Circumstances(
        Optional<Destination> account,
        Optional<String> everythingFrozen,
        String policyVersion,
        Map<String, Consent> consents,
        Map<String, String> blocked) {
    public Circumstances {
        consents = Map.copyOf(consents);
        blocked = Map.copyOf(blocked);
    }
}
