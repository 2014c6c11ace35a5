package org.imprimatur.analyzer.detect;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import java.util.function.BiFunction;
import org.apache.commons.validator.routines.checkdigit.IBANCheckDigit;
import org.apache.commons.validator.routines.checkdigit.LuhnCheckDigit;
import org.imprimatur.analyzer.draft.Finding;
import org.imprimatur.analyzer.draft.FindingKind;
import org.imprimatur.analyzer.draft.Span;
import org.junit.jupiter.api.Test;

/** Valid identifiers, altered so that a reader still reads them: the share that is found all the same. */
class AlteredIdentifiersTest {

    private static final int EACH = 150;
    private static final List<String> GIVEN = List.of("Rosalind", "Marcus", "Teresa", "Harriet", "Gregory", "Deborah");
    private static final List<String> FAMILY = List.of("Keating", "Bellweather", "Morrison", "Schaefer", "Whitcomb");
    private static final String LATIN = "ABEIKMHOPCTXaeopcyxsijhd";
    private static final List<String> ALIKE = List.of("АВЕІКМНОРСТХаеорсухѕіјһԁ", "ΑΒΕΙΚΜΗΟΡϹΤΧаеοрϲуχѕіјհԁ");
    private static final List<String> INVISIBLE = List.of("\u200b", "\u200c", "\u200d", "\u2060", "\ufeff", "\u00ad");
    private static final List<String> DIRECTION =
            List.of("\u202a", "\u202b", "\u202c", "\u2066", "\u2067", "\u2069", "\u200e", "\u200f", "\u202e");

    private record Sample(String before, String identifier) {}

    @Test
    void lookAlikeLettersHideNoMoreThanOneInTwenty() {
        assertThat(found(AlteredIdentifiersTest::lookAlike)).isGreaterThanOrEqualTo(0.95);
    }

    @Test
    void invisibleCharactersHideNoMoreThanOneInFifty() {
        assertThat(found((random, text) -> strewn(random, text, INVISIBLE))).isGreaterThanOrEqualTo(0.98);
    }

    @Test
    void marksOfDirectionHideNoMoreThanOneInFifty() {
        assertThat(found((random, text) -> strewn(random, text, DIRECTION))).isGreaterThanOrEqualTo(0.98);
    }

    @Test
    void fullWidthHidesNoMoreThanOneInFifty() {
        assertThat(found((random, text) ->
                        mapped(text, c -> c > ' ' && c <= '~' ? String.valueOf((char) (c + 0xFEE0)) : plain(c))))
                .isGreaterThanOrEqualTo(0.98);
    }

    @Test
    void keycapsHideNoMoreThanOneInFifty() {
        assertThat(found((random, text) ->
                        mapped(text, c -> Character.isDigit(c) ? plain(c) + "\ufe0f\u20e3" : plain(c))))
                .isGreaterThanOrEqualTo(0.98);
    }

    @Test
    void lettersSetApartHideNoMoreThanOneInTwenty() {
        assertThat(found((random, text) ->
                        mapped(text, c -> c == ' ' ? "  " : plain(c) + " ").strip()))
                .isGreaterThanOrEqualTo(0.95);
    }

    @Test
    void mathematicalLettersHideNoMoreThanOneInFifty() {
        assertThat(found((random, text) -> mapped(text, AlteredIdentifiersTest::bold)))
                .isGreaterThanOrEqualTo(0.98);
    }

    private static double found(BiFunction<Random, String, String> alter) {
        Random random = new Random(11);
        int found = 0;
        int all = 0;
        for (int round = 0; round < EACH; round++) {
            for (Sample sample : samples(random)) {
                String altered = alter.apply(random, sample.identifier());
                String text = sample.before() + altered + ". Thank you all.";
                int start = sample.before().codePointCount(0, sample.before().length());
                Span place = new Span(start, start + altered.codePointCount(0, altered.length()));
                all++;
                found += isFound(text, place) ? 1 : 0;
            }
        }
        return (double) found / all;
    }

    private static boolean isFound(String text, Span place) {
        Screening screening = Samples.post(text);
        for (Detector detector : Detectors.rules()) {
            for (Finding finding : detector.detect(screening)) {
                boolean identifier = finding.kind().group() == FindingKind.Group.IDENTIFIER;
                if (identifier
                        && finding.confidence() >= 0.5
                        && finding.spans().stream().anyMatch(span -> covers(span, place))) {
                    return true;
                }
            }
        }
        return false;
    }

    /** At least half of it. */
    private static boolean covers(Span span, Span place) {
        int shared = Math.min(span.end(), place.end()) - Math.max(span.start(), place.start());
        return 2 * shared >= place.end() - place.start();
    }

    private static List<Sample> samples(Random random) {
        String name = pick(random, GIVEN) + " " + pick(random, FAMILY);
        return List.of(
                new Sample("The form of ", name),
                new Sample("You can call her at ", "503-555-01" + digits(random, 2)),
                new Sample(
                        "She writes from ",
                        name.toLowerCase(java.util.Locale.ROOT).replace(' ', '.') + "@mail.example"),
                new Sample("His number reads ", digits(random, 3) + "-" + digits(random, 2) + "-" + digits(random, 4)),
                new Sample("The card was ", card(random)),
                new Sample("Paid into ", iban(random)),
                new Sample("Sent from ", "10." + (20 + random.nextInt(80)) + "." + (10 + random.nextInt(80)) + ".77"),
                new Sample("See MRN ", digits(random, 7)));
    }

    private static String card(Random random) {
        try {
            String most = "4" + digits(random, 14);
            String all = most + LuhnCheckDigit.LUHN_CHECK_DIGIT.calculate(most);
            return all.replaceAll("(\\d{4})(?=\\d)", "$1 ");
        } catch (org.apache.commons.validator.routines.checkdigit.CheckDigitException impossible) {
            throw new AssertionError(impossible);
        }
    }

    private static String iban(Random random) {
        try {
            String account = "3704004405" + digits(random, 8);
            return "DE" + IBANCheckDigit.IBAN_CHECK_DIGIT.calculate("DE00" + account) + account;
        } catch (org.apache.commons.validator.routines.checkdigit.CheckDigitException impossible) {
            throw new AssertionError(impossible);
        }
    }

    private static String digits(Random random, int count) {
        StringBuilder digits = new StringBuilder();
        for (int i = 0; i < count; i++) {
            digits.append(random.nextInt(10));
        }
        return digits.toString();
    }

    private static String pick(Random random, List<String> list) {
        return list.get(random.nextInt(list.size()));
    }

    private static String lookAlike(Random random, String text) {
        String alike = pick(random, ALIKE);
        double share = 0.3 + random.nextDouble() * 0.7;
        return mapped(text, c -> {
            int at = LATIN.indexOf(c);
            if (c == '0' && random.nextInt(2) == 0) {
                return "O";
            }
            return at >= 0 && random.nextDouble() < share ? String.valueOf(alike.charAt(at)) : plain(c);
        });
    }

    private static String strewn(Random random, String text, List<String> marks) {
        return mapped(text, c -> random.nextInt(3) == 0 ? c + pick(random, marks) : plain(c));
    }

    private static String bold(char c) {
        int point = c >= 'a' && c <= 'z'
                ? 0x1D41A + c - 'a'
                : c >= 'A' && c <= 'Z' ? 0x1D400 + c - 'A' : c >= '0' && c <= '9' ? 0x1D7CE + c - '0' : c;
        return new String(Character.toChars(point));
    }

    private static String plain(char c) {
        return String.valueOf(c);
    }

    private interface Drawn {
        String of(char c);
    }

    private static String mapped(String text, Drawn drawn) {
        StringBuilder mapped = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            mapped.append(drawn.of(text.charAt(i)));
        }
        return mapped.toString();
    }
}
