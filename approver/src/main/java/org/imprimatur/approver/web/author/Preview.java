package org.imprimatur.approver.web.author;

import java.util.List;
import java.util.OptionalLong;
import org.imprimatur.approver.post.Account;
import org.imprimatur.approver.post.Unsent;
import org.imprimatur.approver.web.view.PlatformName;
import org.imprimatur.platforms.Attachment;
import org.imprimatur.platforms.Platform;
import org.imprimatur.platforms.Platforms;
import org.imprimatur.platforms.TextLimit;

/**
 * What would stand on one account, against what its platform takes.
 *
 * @param account its id
 * @param handle as the public sees it, or its id
 * @param platform for people
 * @param fits the part of the text that fits
 * @param over what is beyond the limit; empty when all fits
 * @param counters how much of each limit is taken
 * @param faults why the platform would not take it
 * @param varied whether this platform has a text of its own
 */
public record Preview(
        String account,
        String handle,
        String platform,
        String fits,
        String over,
        List<Counter> counters,
        List<String> faults,
        boolean varied) {
    public Preview {
        counters = List.copyOf(counters);
        faults = List.copyOf(faults);
    }

    /** One limit, such as 250 of 300 characters. */
    public record Counter(int used, int most, String unit) {
        public boolean exceeded() {
            return used > most;
        }

        public String words() {
            return used + " of " + most + " " + unit;
        }
    }

    static Preview of(Account account, Unsent unsent) {
        String text = unsent.textFor(account.platform());
        List<Attachment> pictures = unsent.pictures().stream()
                .map(one -> new Attachment(one.mediaType(), OptionalLong.of(one.size()), one.altText()))
                .toList();
        return Platforms.named(account.platform())
                .map(platform -> limited(account, platform, text, pictures, unsent))
                .orElseGet(() -> new Preview(
                        account.id(),
                        handle(account),
                        PlatformName.of(account.platform()),
                        text,
                        "",
                        List.of(),
                        List.of(),
                        unsent.variants().containsKey(account.platform())));
    }

    private static Preview limited(
            Account account, Platform platform, String text, List<Attachment> pictures, Unsent unsent) {
        int cut = platform.text().stream()
                .mapToInt(limit -> fitting(text, limit))
                .min()
                .orElse(text.length());
        return new Preview(
                account.id(),
                handle(account),
                platform.title(),
                text.substring(0, cut),
                text.substring(cut),
                platform.uses(text).stream()
                        .map(use -> new Counter(
                                use.used(),
                                use.limit().most(),
                                use.limit().counting().unit()))
                        .toList(),
                text.isBlank()
                        ? List.of()
                        : platform.faults(text, pictures).stream()
                                .map(Preview::sentence)
                                .toList(),
                unsent.variants().containsKey(platform.name()));
    }

    /** How many chars of the text fit, cut between code points. */
    private static int fitting(String text, TextLimit limit) {
        if (limit.of(text).fits()) {
            return text.length();
        }
        int low = 0;
        int high = text.codePointCount(0, text.length());
        while (low < high) {
            int middle = (low + high + 1) / 2;
            String start = text.substring(0, text.offsetByCodePoints(0, middle));
            if (limit.of(start).fits()) {
                low = middle;
            } else {
                high = middle - 1;
            }
        }
        return text.offsetByCodePoints(0, low);
    }

    private static String handle(Account account) {
        return account.handle().isBlank() ? account.id() : account.handle();
    }

    private static String sentence(String fault) {
        return Character.toUpperCase(fault.charAt(0)) + fault.substring(1) + ".";
    }

    @Override
    public String toString() {
        return "Preview[account=" + account + "]";
    }
}
