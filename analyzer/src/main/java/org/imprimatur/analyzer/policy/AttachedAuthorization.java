package org.imprimatur.analyzer.policy;

import java.time.LocalDate;
import java.util.Optional;
import org.imprimatur.analyzer.draft.Authorization;

/**
 * An authorization that the author attached, whether or not it exists.
 *
 * @param found as registered; empty when nobody registered one under this id
 * @param inForce whether it holds on the day of judging
 */
public record AttachedAuthorization(String id, Optional<Authorization> found, boolean inForce) {

    public static AttachedAuthorization found(Authorization authorization, LocalDate day) {
        return new AttachedAuthorization(authorization.id(), Optional.of(authorization), authorization.inForce(day));
    }

    public static AttachedAuthorization unknown(String id) {
        return new AttachedAuthorization(id, Optional.empty(), false);
    }
}
