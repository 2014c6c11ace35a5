package org.imprimatur.analyzer.policy;

import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Optional;

/**
 * One account on a platform, as far as judging needs it; text is empty where not given.
 *
 * @param platform in lower case
 * @param zone where the account's day begins and ends
 * @param frozen why nothing may go out now
 */
public record Account(
        String id, String platform, String handle, String facility, ZoneId zone, Optional<String> frozen) {

    /** No account in particular: a draft that is judged without being sent anywhere. */
    public static final Account NONE = new Account("", "", "", "", ZoneOffset.UTC, Optional.empty());

    /** The same account while nobody has frozen it. */
    public Account unfrozen() {
        return new Account(id, platform, handle, facility, zone, Optional.empty());
    }
}
