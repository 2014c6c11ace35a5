package org.imprimatur.ingest.intake;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * Examines the form of a submission: an accepted draft, or every fault at once.
 *
 * <p>A submission is a JSON object as maps, lists, strings and numbers. Lengths are in Unicode code points.
 */
public final class Intake {
    /** Longest text, variant or quoted text that a reply answers. */
    public static final int LONGEST_TEXT = 10_000;

    /** Longest description of one picture. */
    public static final int LONGEST_ALT_TEXT = 2_000;

    /** Most pictures, authorizations or variants in one draft. */
    public static final int MOST = 20;

    private static final int LONGEST_NAME = 200;

    private static final String NO_AUTHORIZATION = "No such authorization is on file for the accounts that you write"
            + " for; correct its id or have it recorded first.";

    // RFC 3339, section 5.6: seconds and an offset are required.
    private static final Pattern RFC_3339 =
            Pattern.compile("\\d{4}-\\d{2}-\\d{2}[Tt]\\d{2}:\\d{2}:\\d{2}(\\.\\d{1,9})?([Zz]|[+-]\\d{2}:\\d{2})");

    private final List<Fault> faults = new ArrayList<>();
    private final Fields fields;
    private final Author author;
    private final Known known;
    private final Instant now;

    private Intake(Map<String, ?> submission, Author author, Known known, Instant now) {
        this.fields = new Fields(submission, "", faults);
        this.author = author;
        this.known = known;
        this.now = now;
    }

    /** Examines the first revision of a new post. */
    public static Examination first(Map<String, ?> submission, Author author, Known known, Instant now) {
        return new Intake(submission, author, known, now).examine(false);
    }

    /** Examines a later revision, which also names the revision that it builds on ({@code baseRevision}). */
    public static Examination revision(Map<String, ?> submission, Author author, Known known, Instant now) {
        return new Intake(submission, author, known, now).examine(true);
    }

    private Examination examine(boolean later) {
        Optional<String> text = text();
        Optional<String> account = account();
        Optional<Kind> kind = kind();
        Optional<String> inReplyTo = inReplyTo(kind);
        Map<String, String> variants = variants();
        List<Picture> media = media();
        List<String> authorizations = authorizations();
        Optional<Instant> scheduledAt =
                moment("scheduledAt", "This time has passed; choose a later one, or leave it out for now.");
        Optional<Instant> expiresAt = expiresAt(scheduledAt);
        OptionalInt base = later ? baseRevision() : OptionalInt.empty();
        if (account.isPresent() && text.isPresent()) {
            limits(account.get(), text.get(), variants, media);
        }
        fields.refuseUnknown();
        if (!faults.isEmpty()) {
            return new Examination.Refused(faults);
        }
        return new Examination.Accepted(
                new Content(
                        account.orElseThrow(),
                        kind.orElseThrow(),
                        inReplyTo,
                        text.orElseThrow(),
                        variants,
                        media,
                        authorizations,
                        scheduledAt,
                        expiresAt),
                base);
    }

    private Optional<String> text() {
        return required("text", LONGEST_TEXT, "Write the text that shall be published.");
    }

    private Optional<String> account() {
        Optional<String> account = required("account", LONGEST_NAME, "Name the account that it shall go out on.");
        if (account.isPresent() && !known.account(account.get())) {
            fields.fault("account", "There is no such account; use the id of one of the organization's accounts.");
            return Optional.empty();
        }
        return account;
    }

    private Optional<Kind> kind() {
        int before = faults.size();
        Optional<String> kind = fields.text("kind", LONGEST_NAME);
        if (kind.isEmpty()) {
            return faults.size() == before ? Optional.of(Kind.POST) : Optional.empty();
        }
        Optional<Kind> known = Kind.parse(kind.get());
        if (known.isEmpty()) {
            fields.fault("kind", "Say \"post\" or \"reply\".");
        }
        return known;
    }

    private Optional<String> inReplyTo(Optional<Kind> kind) {
        int before = faults.size();
        Optional<String> answered = fields.text("inReplyTo", LONGEST_TEXT);
        if (faults.size() > before || kind.isEmpty()) {
            return Optional.empty();
        }
        boolean said = answered.filter(text -> !text.isBlank()).isPresent();
        if (kind.get() == Kind.REPLY && !said) {
            fields.fault("inReplyTo", "Quote what the reply answers; a reply is judged together with it.");
        }
        if (kind.get() == Kind.POST && said) {
            fields.fault("inReplyTo", "Remove this, or say \"reply\" in kind: a post answers nothing.");
        }
        return kind.get() == Kind.REPLY ? answered : Optional.empty();
    }

    private Map<String, String> variants() {
        Map<String, String> variants = new TreeMap<>();
        Set<String> platforms = new TreeSet<>(known.platforms());
        fields.entries("variants", MOST, (pointer, name, value) -> {
            String platform = name.toLowerCase(Locale.ROOT);
            if (!platforms.contains(platform)) {
                faults.add(new Fault(
                        pointer,
                        "No account is on this platform; those in use are: " + String.join(", ", platforms) + "."));
            }
            Optional<String> text = fields.cleanText(pointer, value, LONGEST_TEXT);
            text.filter(String::isBlank)
                    .ifPresent(blank -> faults.add(new Fault(pointer, "Write this variant's text, or remove it.")));
            text.ifPresent(clean -> {
                if (variants.put(platform, clean) != null) {
                    faults.add(new Fault(pointer, "There are two variants for this platform; remove one."));
                }
            });
        });
        return variants;
    }

    private List<Picture> media() {
        List<Picture> media = new ArrayList<>();
        fields.each("media", MOST, (pointer, value) -> {
            if (!(value instanceof Map<?, ?> item)) {
                faults.add(new Fault(pointer, "Give an object with \"hash\" and \"altText\" here."));
                return;
            }
            Map<String, Object> named = new TreeMap<>();
            item.forEach((key, part) -> named.put(key.toString(), part));
            picture(new Fields(named, pointer, faults)).ifPresent(media::add);
        });
        return media;
    }

    private Optional<Picture> picture(Fields item) {
        int before = faults.size();
        Optional<String> hash = item.text("hash", LONGEST_NAME);
        String altText = item.text("altText", LONGEST_ALT_TEXT).orElse("");
        item.refuseUnknown();
        if (faults.size() > before) {
            return Optional.empty();
        }
        Optional<String> type = hash.filter(Picture::isHash).flatMap(known::mediaType);
        if (type.isEmpty()) {
            item.fault("hash", "No such picture is stored; upload it to /v1/media and use the hash of the answer.");
        }
        return type.map(found -> new Picture(hash.orElseThrow(), found, altText));
    }

    /** What goes out is the account's own variant, else the text. */
    private void limits(String account, String text, Map<String, String> variants, List<Picture> media) {
        String platform = known.platform(account).orElse("");
        boolean varied = variants.containsKey(platform);
        String outgoing = variants.getOrDefault(platform, text);
        List<String> aboutText = known.refusals(platform, outgoing, List.of());
        for (String refusal : known.refusals(platform, outgoing, media)) {
            String pointer = !aboutText.contains(refusal) ? "/media" : varied ? "/variants/" + platform : "/text";
            faults.add(new Fault(pointer, Character.toUpperCase(refusal.charAt(0)) + refusal.substring(1) + "."));
        }
    }

    private List<String> authorizations() {
        Set<String> authorizations = new LinkedHashSet<>();
        fields.each(
                "authorizations",
                MOST,
                (pointer, value) -> fields.cleanText(pointer, value, LONGEST_NAME)
                        .ifPresent(id -> {
                            if (isOnFile(id)) {
                                authorizations.add(id);
                            } else {
                                faults.add(new Fault(pointer, NO_AUTHORIZATION));
                            }
                        }));
        return List.copyOf(authorizations);
    }

    /** What another group keeps reads like what nobody does: who guesses an id learns nothing from the answer. */
    private boolean isOnFile(String authorization) {
        return known.authorizationGroup(authorization).filter(author::reaches).isPresent();
    }

    private Optional<Instant> expiresAt(Optional<Instant> scheduledAt) {
        Optional<Instant> at =
                moment("expiresAt", "This time has passed; choose a later one, or leave it out if it keeps.");
        if (at.isPresent() && scheduledAt.filter(due -> !due.isBefore(at.get())).isPresent()) {
            fields.fault("expiresAt", "It would expire before it is due; choose a time after scheduledAt.");
        }
        return at;
    }

    private Optional<Instant> moment(String name, String passed) {
        Optional<String> said = fields.text(name, LONGEST_NAME);
        if (said.isEmpty()) {
            return Optional.empty();
        }
        Optional<Instant> at = instant(said.get());
        if (at.isEmpty()) {
            fields.fault(name, "Write the time as in 2026-10-01T09:30:00-07:00, with seconds and an offset.");
        } else if (at.get().isBefore(now)) {
            fields.fault(name, passed);
        }
        return at;
    }

    private static Optional<Instant> instant(String text) {
        if (!RFC_3339.matcher(text).matches()) {
            return Optional.empty();
        }
        try {
            return Optional.of(OffsetDateTime.parse(text).toInstant().truncatedTo(ChronoUnit.MILLIS));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private OptionalInt baseRevision() {
        int before = faults.size();
        OptionalInt base = fields.wholeNumber("baseRevision");
        if (base.isEmpty() && faults.size() == before) {
            fields.fault("baseRevision", "Give the number of the revision that you changed.");
        }
        return base;
    }

    private Optional<String> required(String name, int longest, String missing) {
        int before = faults.size();
        Optional<String> text = fields.text(name, longest).filter(said -> !said.isBlank());
        if (text.isEmpty() && faults.size() == before) {
            fields.fault(name, missing);
        }
        return text;
    }
}
