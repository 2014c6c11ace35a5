package org.imprimatur.approver.wire.administration;

import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * One account on a platform, or under {@link #EVERYTHING} the freeze that holds for all.
 *
 * @param id key of the account
 * @param platform such as {@code bluesky}
 * @param handle as the public sees it; empty where there is none
 * @param facility whose it is, in words
 * @param group to which roles may be limited; empty for the whole organization
 * @param timeZone IANA name
 * @param frozen why nothing may go out; empty when it may
 */
public record AccountCard(
        String id,
        String platform,
        String handle,
        String facility,
        String group,
        String timeZone,
        Optional<String> frozen) {

    /** The id that is no account: its freeze holds for every account. */
    public static final String EVERYTHING = "*";

    private static final Pattern ID = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,63}");
    private static final Pattern WORD = Pattern.compile("[a-z0-9][a-z0-9-]{0,31}");
    private static final int LONGEST = 200;

    public AccountCard {
        require(
                id.equals(EVERYTHING) || ID.matcher(id).matches(),
                "An id has 1 to 64 letters, digits, dots or hyphens.");
        require(
                id.equals(EVERYTHING) || WORD.matcher(platform).matches(),
                "A platform is a lower-case word, such as bluesky.");
        require(group.isEmpty() || WORD.matcher(group).matches(), "A group is a lower-case word, such as family.");
        require(
                isLine(handle) && isLine(facility),
                "A handle and a facility are one line each, at most 200 characters.");
        require(isZone(timeZone), "A time zone has a name such as America/Los_Angeles.");
        require(frozen.stream().allMatch(why -> !why.isBlank() && isLine(why)), "Say in one line why it is frozen.");
    }

    /** Nothing is known of it but that nothing may go out, or may again. */
    public static AccountCard everything(Optional<String> frozen) {
        return new AccountCard(EVERYTHING, "", "", "", "", "UTC", frozen);
    }

    public AccountCard frozen(Optional<String> reason) {
        return new AccountCard(id, platform, handle, facility, group, timeZone, reason);
    }

    private static boolean isLine(String text) {
        return text.length() <= LONGEST && text.chars().noneMatch(Character::isISOControl);
    }

    private static boolean isZone(String name) {
        try {
            return !ZoneId.of(name).getId().isEmpty();
        } catch (DateTimeException unknown) {
            return false;
        }
    }

    private static void require(boolean holds, String sentence) {
        if (!holds) {
            throw new IllegalArgumentException(sentence);
        }
    }
}
