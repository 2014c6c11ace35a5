package org.imprimatur.approver.wire.administration;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.Optional;

/**
 * A pack of rules that somebody is writing; everybody has at most one.
 *
 * @param author id of who writes it, and nobody else
 * @param text YAML as it was typed, mistakes included
 * @param savedAt when
 * @param trial what it would have changed; empty while nobody asked
 */
public record PolicyDraft(String author, String text, Instant savedAt, Optional<PolicyTrial> trial) {

    /** The most characters that a pack may have. */
    public static final int LONGEST = 200_000;

    public PolicyDraft {
        if (author.isBlank() || text.isBlank() || text.length() > LONGEST) {
            throw new IllegalArgumentException("A draft of rules has an author and 1 to " + LONGEST + " characters.");
        }
        savedAt = savedAt.truncatedTo(ChronoUnit.MILLIS);
    }

    public PolicyDraft with(PolicyTrial tried) {
        return new PolicyDraft(author, text, savedAt, Optional.of(tried));
    }

    /** SHA-256 of the text, by which a page and a trial say which text they mean. */
    public String fingerprint() {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(digest.digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java has SHA-256", impossible);
        }
    }

    /** What was found out about the text as it is now. */
    public Optional<PolicyTrial> ownTrial() {
        return trial.filter(tried -> tried.fingerprint().equals(fingerprint()));
    }

    @Override
    public String toString() {
        return "PolicyDraft[author=" + author + ", text of " + text.length() + " chars]";
    }
}
