package org.imprimatur.approver.notify;

import java.util.List;
import java.util.Optional;
import org.imprimatur.kit.settings.Secret;

/**
 * How mail leaves, and to whom.
 *
 * @param host of the relay
 * @param port of the relay
 * @param tls whether the connection must be encrypted
 * @param user to sign in at the relay; empty for none
 * @param password of that user
 * @param from the sender's address
 * @param reviewers who hear of what waits
 * @param domain behind a person's id to make an address, where the id is none itself; empty: authors get no mail
 */
public record MailSettings(
        String host,
        int port,
        Tls tls,
        Optional<String> user,
        Optional<Secret> password,
        String from,
        List<String> reviewers,
        String domain) {

    /** Whether the connection to the relay must be encrypted (STARTTLS). */
    public enum Tls {
        REQUIRED,
        /** For a relay on the same machine. */
        NONE
    }

    public MailSettings {
        reviewers = List.copyOf(reviewers);
        if (!isAddress(from) || !reviewers.stream().allMatch(MailSettings::isAddress)) {
            throw new IllegalArgumentException("notify.mail.from and .reviewers: give addresses such as a@example.org");
        }
    }

    List<String> addresses(Notice notice) {
        if (notice.people().isEmpty()) {
            return reviewers;
        }
        return notice.people().stream()
                .sorted()
                .map(id -> id.contains("@") || domain.isEmpty() ? id : id + "@" + domain)
                .filter(MailSettings::isAddress)
                .toList();
    }

    private static boolean isAddress(String text) {
        return text.matches("[A-Za-z0-9._%+-]+@[A-Za-z0-9-]+(\\.[A-Za-z0-9-]+)*");
    }
}
