package org.imprimatur.approver.web.publishing;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.imprimatur.approver.post.Delivery;
import org.imprimatur.approver.readmodel.DeliveryFilter;
import org.imprimatur.approver.readmodel.Reach;

/**
 * Which publications the address of the list chooses.
 *
 * @param state name of a group in lower case; empty for all
 * @param account empty for all
 * @param platform empty for all
 * @param skip rows before the page
 */
public record PublishingChoice(String state, String account, String platform, int skip) {
    static final int LIMIT = 50;

    /** What {@code asked} says for each name of the address; nonsense chooses everything. */
    static PublishingChoice read(Function<String, String> asked) {
        String skip = asked.apply("skip");
        String state = asked.apply("state").strip();
        return new PublishingChoice(
                group(state).isPresent() ? state : "",
                asked.apply("account").strip(),
                asked.apply("platform").strip(),
                skip.matches("[0-9]{1,6}") ? Integer.parseInt(skip) : 0);
    }

    DeliveryFilter within(Reach reach) {
        return new DeliveryFilter(
                group(state).map(Set::of).orElse(Set.of()), some(account), some(platform), reach, skip, LIMIT);
    }

    PublishingChoice of(String otherState) {
        return new PublishingChoice(otherState, account, platform, 0);
    }

    PublishingChoice from(int first) {
        return new PublishingChoice(state, account, platform, first);
    }

    /** Whether it leaves anything out. */
    public boolean narrowed() {
        return !state.isEmpty() || !account.isEmpty() || !platform.isEmpty();
    }

    /** As the end of an address, beginning with a question mark. */
    public String query() {
        return "?state=" + encoded(state) + "&account=" + encoded(account) + "&platform=" + encoded(platform)
                + (skip == 0 ? "" : "&skip=" + skip);
    }

    static Optional<Delivery.Group> group(String state) {
        return Stream.of(Delivery.Group.values())
                .filter(group -> value(group).equals(state))
                .findFirst();
    }

    static String value(Delivery.Group group) {
        return group.name().toLowerCase(Locale.ROOT);
    }

    private static Optional<String> some(String value) {
        return Optional.of(value).filter(each -> !each.isEmpty());
    }

    private static String encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }
}
