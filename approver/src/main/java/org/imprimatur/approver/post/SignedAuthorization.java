package org.imprimatur.approver.post;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * A patient's authorization with every element of 45 CFR 164.508(c)(1), in the order of the rule.
 *
 * @param person whom it is about: a name, or the code under which the organization keeps it
 * @param scope (i) what may be told, in the words of the form
 * @param disclosedBy (ii) who may tell it
 * @param recipients (iii) to whom
 * @param purpose (iv) what for
 * @param platforms in lower case; it covers no other
 * @param expires (v) the last day on which it holds
 * @param expiryEvent (v) what ends it in place of a day
 * @param signedOn (vi) the day of the signature
 * @param representative (vi) who signed for the patient and by what authority; empty when the patient did
 * @param people others who are told about or seen and agreed on the same form
 * @param pictures that it covers, by SHA-256
 * @param formHash SHA-256 of the scanned form
 * @param group of accounts whose people keep it; empty for the whole organization
 * @param revocation empty while it was not revoked
 */
public record SignedAuthorization(
        String id,
        String person,
        String scope,
        String disclosedBy,
        String recipients,
        String purpose,
        Set<String> platforms,
        Optional<LocalDate> expires,
        Optional<String> expiryEvent,
        Optional<LocalDate> signedOn,
        Optional<String> representative,
        List<String> people,
        List<String> pictures,
        Optional<String> formHash,
        String group,
        Optional<Revocation> revocation) {
    private static final int LONGEST = 1_000;
    private static final int MOST = 50;
    private static final int SOON_DAYS = 30;
    private static final Pattern ID = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,63}");
    private static final Pattern GROUP = Pattern.compile("([a-z0-9][a-z0-9-]{0,31})?");
    private static final Pattern HASH = Pattern.compile("[0-9a-f]{64}");

    public SignedAuthorization {
        platforms = Set.copyOf(platforms);
        people = List.copyOf(people);
        pictures = List.copyOf(pictures);
    }

    /**
     * The patient's withdrawn word.
     *
     * @param at when it was received
     * @param by id of the person who received it
     * @param because why, in that person's words; empty where nobody said
     */
    public record Revocation(Instant at, String by, String because) {}

    /** How far it can be relied on. */
    public enum Standing {
        HOLDS,
        /** Within the next 30 days. */
        ENDS_SOON,
        EXPIRED,
        REVOKED
    }

    /** Where it stands on this day. */
    public Standing standing(LocalDate today) {
        if (revocation.isPresent()) {
            return Standing.REVOKED;
        }
        if (expires.filter(today::isAfter).isPresent()) {
            return Standing.EXPIRED;
        }
        return expires.filter(today.plusDays(SOON_DAYS)::isAfter).isPresent() ? Standing.ENDS_SOON : Standing.HOLDS;
    }

    /** What an author sees of it. */
    public Authorization summary() {
        return new Authorization(id, person, scope, platforms, expires, revocation.isPresent());
    }

    /** The same, withdrawn. */
    public SignedAuthorization revoked(Revocation word) {
        return new SignedAuthorization(
                id,
                person,
                scope,
                disclosedBy,
                recipients,
                purpose,
                platforms,
                expires,
                expiryEvent,
                signedOn,
                representative,
                people,
                pictures,
                formHash,
                group,
                Optional.of(word));
    }

    /** Platforms in the order of their names. */
    public List<String> sortedPlatforms() {
        return List.copyOf(new TreeSet<>(platforms));
    }

    /**
     * What a new one lacks to be valid (164.508(b)(2) and (c)(1)), each as a sentence for who records it; empty when it can be
     * recorded on this day.
     */
    public List<String> faults(LocalDate today) {
        List<String> faults = new ArrayList<>();
        need(faults, ID.matcher(id).matches(), "Give it an id of 1 to 64 letters, digits, dots or hyphens.");
        need(faults, isSaid(person), "Say whom it is about: the name, or your code for the person.");
        need(faults, isSaid(scope), "Say what may be told, in the words of the form.");
        need(faults, isSaid(disclosedBy), "Say who may tell it.");
        need(faults, isSaid(recipients), "Say to whom it may be told, such as the public on the platforms named.");
        need(faults, isSaid(purpose), "Say what for, such as “marketing” or “at the request of the individual”.");
        need(faults, !platforms.isEmpty() && platforms.size() <= MOST, "Name at least one platform.");
        need(
                faults,
                expires.isPresent()
                        || expiryEvent.filter(SignedAuthorization::isSaid).isPresent(),
                "Say when it ends: a day, or an event. Without an end it is not valid (45 CFR 164.508(c)(1)(v)).");
        need(faults, expires.filter(today::isAfter).isEmpty(), "It has expired already.");
        need(
                faults,
                signedOn.filter(day -> !day.isAfter(today)).isPresent(),
                "Give the day of the signature; it is not in the future.");
        need(faults, formHash.filter(SignedAuthorization::isHash).isPresent(), "Choose the scanned form.");
        need(
                faults,
                representative.map(SignedAuthorization::isSaid).orElse(true)
                        && people.size() <= MOST
                        && people.stream().allMatch(SignedAuthorization::isSaid),
                "Of the others there are at most " + MOST + ", each in at most " + LONGEST + " characters.");
        need(
                faults,
                pictures.size() <= MOST && pictures.stream().allMatch(SignedAuthorization::isHash),
                "A picture is named by its SHA-256: 64 digits and letters from a to f.");
        need(faults, GROUP.matcher(group).matches(), "A group is a lower-case word, such as family.");
        return faults;
    }

    private static void need(List<String> faults, boolean holds, String otherwise) {
        if (!holds) {
            faults.add(otherwise);
        }
    }

    private static boolean isSaid(String text) {
        return !text.isBlank() && text.length() <= LONGEST;
    }

    private static boolean isHash(String text) {
        return HASH.matcher(text).matches();
    }

    @Override
    public String toString() {
        return "SignedAuthorization[" + id + "]";
    }
}
