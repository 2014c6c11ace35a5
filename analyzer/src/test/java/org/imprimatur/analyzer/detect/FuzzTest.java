package org.imprimatur.analyzer.detect;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.imprimatur.analyzer.draft.Finding;
import org.imprimatur.analyzer.draft.Span;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Random strings and mutated drafts before every rule: none may throw, take long, or point outside the text. Every build
 * tries some; {@code mvn test -pl analyzer -am -Dtest=FuzzTest -Dsurefire.failIfNoSpecifiedTests=false
 * -Dimprimatur.fuzz.strings=10000000} tries ten million, and {@code -Dimprimatur.fuzz.seed=N} others.
 */
class FuzzTest {

    private static final long STRINGS = Long.getLong("imprimatur.fuzz.strings", 3_000);
    private static final long SEED = Long.getLong("imprimatur.fuzz.seed", 1);
    private static final Duration LIMIT = Duration.ofMillis(50);
    private static final int WARMING = 1_000;
    private static final int LONGEST_DRAFT = 10_000;
    private static final int ONE_IN_GROWN = 400;
    private static final int MEGABYTE = 1_000_000;
    private static final ThreadMXBean CLOCK = ManagementFactory.getThreadMXBean();
    private static final List<String> DRAFTS = List.of(
            "Thank you for choosing us, Rosalind! We loved having you on the unit last week, and your hip looks great.",
            "Flu shots Saturday 9 to noon at the Edith Vance Pavilion. No appointment, no cost. 541-555-0100",
            "Patient: Teresa Morrison, MRN-4471902, DOB 04/12/1961, admitted 3/2 with chest pain. Phone (503)"
                    + " 555-0147.",
            "A 71-year-old welder from Tarn Mills rang our bell yesterday, the only man in the county with Pompe"
                    + " disease.",
            "El lunes operamos a la abuelita de un maestro de Quillmere. ¡Gracias a la doctora Raman! 🙏",
            "Email bill.oneil (at) mail (dot) example or write to P.O. Box 411, 48 Heron Street, Tarn Mills, OR 97399.",
            "Card 4111 1111 1111 1111, IBAN DE89 3704 0044 0532 0130 00, SSN 078-05-1120, IP 10.20.30.40, plate"
                    + " 7ABC123.",
            "Dr. Raman on Hodgkin lymphoma: ask your clinician whether https://quillmere.example/scan is right for"
                    + " you. #cancer",
            "Nobody checks masks on Ward 3B, room 12, bed 4. Don't tell the board! Whoever complains is a crybaby.");
    private static final List<String> PIECES = List.of(
            "\u200b",
            "\u202e",
            "\u20e3",
            "\ufe0f",
            "\ud83d\ude42",
            "\ud800",
            "\udc00",
            "\u0430",
            "５",
            "ﬁ",
            "é",
            "\u0301",
            "@",
            "#",
            ".",
            "..",
            "-",
            "—",
            "'s",
            "(",
            "%",
            "/",
            "\n",
            "\t",
            "  ",
            "J o h n",
            "1-",
            "0",
            "O",
            "http://",
            "www.",
            "{relation}",
            "%cap",
            ".com",
            "+1",
            "x12",
            "Suite 5",
            "Calle",
            "MRN",
            "and",
            "\ufeff",
            "\u2067",
            "\u061c",
            "\ud83d",
            "\udbff\udfff",
            "\u0000",
            "\u0345\u0345\u0345",
            "@@",
            "_at_",
            " (dot) ",
            "?ssn=",
            "&name=",
            "eyJ",
            "0x",
            "[[",
            "St. ",
            "de la");
    private static final List<String> LABELS = List.of(
            "",
            "MRN ",
            "call ",
            "SSN: ",
            "card ",
            "IBAN ",
            "member ID ",
            "DOB ",
            "born ",
            "room ",
            "age ",
            "zip ",
            "fax +",
            "https://x.example/?phone=",
            "username: ",
            "Lot ",
            "Mrs. ",
            "her husband ");
    private static final List<String> ALPHABETS = List.of(
            "a", "A", "aA", "@", "@a", "a.", "a-", "a_", ".-_@a1", "1a", "\u200ba", "e\u0301", "'s", "/a", "%2",
            "\u0430a", "Aa'", "#a", "=&?a");
    /** Arabic, Devanagari, full-width, mathematical. */
    private static final int[] ZEROS = {0x660, 0x966, 0xFF10, 0x1D7CE};

    @Test
    void noStringMakesARuleThrowOrTakeLongOrPointOutside() {
        Random random = new Random(SEED);
        Map<String, Long> slowest = new TreeMap<>();
        for (long round = 0; round < STRINGS; round++) {
            String text = text(random);
            boolean reply = random.nextBoolean();
            boolean warm = round >= WARMING;
            long slow = look(text, reply, warm ? slowest : new TreeMap<>());
            if (warm && slow > LIMIT.toNanos()) {
                assertThat(Duration.ofNanos(Math.min(again(text, reply), again(text, reply))))
                        .as("seed %d, string %d", SEED, round)
                        .isLessThanOrEqualTo(LIMIT);
            }
            if (round % 500_000 == 499_999) {
                System.out.printf(
                        Locale.ROOT, "%,d strings, slowest in microseconds: %s%n", round + 1, micros(slowest));
            }
        }
    }

    /** Nobody may hand in so much, but an archive may hold it: it is read to its end and in the time of a few thousand drafts. */
    @ParameterizedTest
    @ValueSource(strings = {"a", "1 ", "@a ", "http://a.b ", "555-555-0147 ", "\ud800", "Mrs. A ", "Dr."})
    void aMegabyteIsReadToItsEnd(String unit) {
        String text = unit.repeat(MEGABYTE / unit.length());
        assertThat(Duration.ofNanos(look(text, false, new TreeMap<>()))).isLessThan(Duration.ofSeconds(20));
    }

    private static long again(String text, boolean reply) {
        return look(text, reply, new TreeMap<>());
    }

    /** What the slowest took, in nanoseconds of this thread's time; preparing the text counts as one of them. */
    private static long look(String text, boolean reply, Map<String, Long> slowest) {
        long start = CLOCK.getCurrentThreadCpuTime();
        Screening screening = reply ? Samples.reply(text) : Samples.post(text);
        long most = took("text", start, slowest);
        int length = text.codePointCount(0, text.length());
        for (Detector detector : Detectors.rules()) {
            start = CLOCK.getCurrentThreadCpuTime();
            List<Finding> findings = detector.detect(screening);
            most = Math.max(most, took(detector.id(), start, slowest));
            for (Finding finding : findings) {
                for (Span span : finding.spans()) {
                    if (span.end() > length) {
                        throw new AssertionError(detector.id() + " points outside the text");
                    }
                }
            }
        }
        return most;
    }

    private static long took(String what, long start, Map<String, Long> slowest) {
        long nanos = CLOCK.getCurrentThreadCpuTime() - start;
        slowest.merge(what, nanos, Math::max);
        return nanos;
    }

    private static Map<String, Long> micros(Map<String, Long> nanos) {
        Map<String, Long> micros = new TreeMap<>();
        nanos.forEach((what, time) -> micros.put(what, time / 1_000));
        return micros;
    }

    private static String text(Random random) {
        String text = switch (random.nextInt(12)) {
            case 0, 1 -> noise(random, random.nextInt(80));
            case 2 -> repeated(random);
            case 3 -> nested(random);
            case 4 -> digits(random);
            case 5 -> longWord(random);
            case 6 -> joined(random);
            default -> mutated(random);
        };
        return random.nextInt(ONE_IN_GROWN) == 0 ? grown(text, random) : text;
    }

    /** As long as a draft may be. */
    private static String grown(String text, Random random) {
        String unit = text.isEmpty() ? "@" : text.substring(0, 1 + random.nextInt(text.length()));
        return unit.repeat(LONGEST_DRAFT / unit.length());
    }

    /** Brackets and quotes in one another, most of them never closed. */
    private static String nested(Random random) {
        StringBuilder text = new StringBuilder();
        int depth = 1 + random.nextInt(300);
        for (int i = 0; i < depth; i++) {
            text.append("([{<\"'«“".charAt(random.nextInt(8)));
            if (random.nextInt(3) == 0) {
                text.append(PIECES.get(random.nextInt(PIECES.size())));
            }
        }
        int closed = random.nextInt(depth);
        for (int i = 0; i < closed; i++) {
            text.append(")]}>\"'»”".charAt(random.nextInt(8)));
        }
        return text.toString();
    }

    /** Digits of any script, with what stands between digits. */
    private static String digits(Random random) {
        StringBuilder text = new StringBuilder(LABELS.get(random.nextInt(LABELS.size())));
        int length = random.nextInt(400);
        int zero = ZEROS[random.nextInt(ZEROS.length)];
        for (int i = 0; i < length; i++) {
            if (random.nextInt(4) == 0) {
                text.append(" -.()/:,+xOIl#".charAt(random.nextInt(14)));
            } else {
                text.appendCodePoint((random.nextInt(8) == 0 ? zero : '0') + random.nextInt(10));
            }
        }
        return text.toString();
    }

    /** One word without a space, of letters and marks that belong into addresses and handles. */
    private static String longWord(Random random) {
        StringBuilder text = new StringBuilder();
        int length = random.nextInt(3_000);
        String alphabet = ALPHABETS.get(random.nextInt(ALPHABETS.size()));
        for (int i = 0; i < length; i++) {
            text.append(alphabet.charAt(random.nextInt(alphabet.length())));
        }
        return text.toString();
    }

    /** Pieces of drafts and labels in any order. */
    private static String joined(Random random) {
        StringBuilder text = new StringBuilder();
        int pieces = random.nextInt(60);
        for (int i = 0; i < pieces; i++) {
            String draft = DRAFTS.get(random.nextInt(DRAFTS.size()));
            int start = random.nextInt(draft.length());
            text.append(
                    switch (random.nextInt(3)) {
                        case 0 -> draft.substring(start, Math.min(draft.length(), start + 1 + random.nextInt(20)));
                        case 1 -> LABELS.get(random.nextInt(LABELS.size()));
                        default -> PIECES.get(random.nextInt(PIECES.size()));
                    });
        }
        return text.toString();
    }

    private static String noise(Random random, int length) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < length; i++) {
            switch (random.nextInt(5)) {
                case 0 -> text.append((char) random.nextInt(0x10000));
                case 1 -> text.appendCodePoint(random.nextInt(0x110000));
                case 2 -> text.append(PIECES.get(random.nextInt(PIECES.size())));
                default -> text.append((char) (' ' + random.nextInt(95)));
            }
        }
        return text.toString();
    }

    private static String repeated(Random random) {
        String unit = noise(random, 1 + random.nextInt(4));
        return unit.repeat(random.nextInt(200)) + PIECES.get(random.nextInt(PIECES.size()));
    }

    /** One draft or two run together, with pieces put in, left out, doubled and changed. */
    private static String mutated(Random random) {
        StringBuilder text = new StringBuilder(DRAFTS.get(random.nextInt(DRAFTS.size())));
        if (random.nextInt(3) == 0) {
            text.append(' ').append(DRAFTS.get(random.nextInt(DRAFTS.size())));
        }
        int changes = random.nextInt(12);
        for (int i = 0; i < changes && text.length() > 0; i++) {
            int at = random.nextInt(text.length());
            int end = Math.min(text.length(), at + 1 + random.nextInt(8));
            switch (random.nextInt(5)) {
                case 0 -> text.delete(at, end);
                case 1 -> text.insert(at, text.substring(at, end));
                case 2 -> text.setCharAt(at, (char) random.nextInt(0x3000));
                case 3 -> text.insert(at, PIECES.get(random.nextInt(PIECES.size())));
                default -> text.replace(at, end, text.substring(at, end).toUpperCase(Locale.ROOT));
            }
        }
        return text.toString();
    }
}
