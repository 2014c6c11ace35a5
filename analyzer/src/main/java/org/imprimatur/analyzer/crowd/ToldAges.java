package org.imprimatur.analyzer.crowd;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.imprimatur.analyzer.text.Tokens;

/** Ages as people write them: "71-year-old", "aged 9", "a 70-something", "in her sixties", "Broken pelvis, 88, and". */
final class ToldAges {

    private static final List<String> SMALL = List.of(
            "zero",
            "one",
            "two",
            "three",
            "four",
            "five",
            "six",
            "seven",
            "eight",
            "nine",
            "ten",
            "eleven",
            "twelve",
            "thirteen",
            "fourteen",
            "fifteen",
            "sixteen",
            "seventeen",
            "eighteen",
            "nineteen");
    private static final List<String> TENS =
            List.of("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety");
    private static final List<String> DECADES =
            List.of("twenties", "thirties", "forties", "fifties", "sixties", "seventies", "eighties", "nineties");
    private static final Set<String> YEARS = Set.of("year", "years", "yr", "yrs", "anos");
    private static final Set<String> LESS = Set.of("month", "months", "week", "weeks", "day", "days");
    private static final Set<String> OLD = Set.of("old", "young");
    private static final Set<String> AGED = Set.of("age", "aged", "turned", "turning", "turns", "edad", "cumplio");
    private static final Set<String> GROUPS = Set.of(
            "under", "over", "ages", "to", "than", "least", "and", "or", "between", "above", "below", "until", "every",
            "menores", "mayores", "-", "–");
    private static final Set<String> OWN = Set.of("her", "his", "their", "early", "mid", "late", "los");

    private ToldAges() {}

    static Optional<AgeBand> at(Tokens tokens, int i) {
        String before = tokens.key(i - 1);
        int decade = DECADES.indexOf(tokens.key(i));
        if (decade >= 0 && OWN.contains(before)) {
            return Optional.of(decade(10 * (decade + 2)));
        }
        int years = number(tokens.key(i));
        if (years < 0 || years > 110 || GROUPS.contains(before)) {
            return decadeInDigits(tokens, i);
        }
        String next = tokens.key(i + 1);
        if (next.equals("something") && years % 10 == 0 && years >= 20) {
            return Optional.of(decade(years));
        }
        if (YEARS.contains(next) && (OLD.contains(tokens.key(i + 2)) || next.equals("anos"))) {
            return Optional.of(AgeBand.exactly(years));
        }
        if (LESS.contains(next) && OLD.contains(tokens.key(i + 2))) {
            return Optional.of(AgeBand.exactly(next.startsWith("month") ? years / 12 : 0));
        }
        boolean apposed = before.equals(",")
                && Set.of(",", ".", ")").contains(next)
                && years > 9
                && tokens.get(i).isNumber();
        return apposed || AGED.contains(before) ? Optional.of(AgeBand.exactly(years)) : Optional.empty();
    }

    /** "in her 60s". */
    private static Optional<AgeBand> decadeInDigits(Tokens tokens, int i) {
        String key = tokens.key(i);
        boolean looksSo = key.length() == 3 && key.endsWith("0s") && Character.isDigit(key.charAt(0));
        return looksSo && key.charAt(0) > '1' && OWN.contains(tokens.key(i - 1))
                ? Optional.of(decade(10 * (key.charAt(0) - '0')))
                : Optional.empty();
    }

    private static AgeBand decade(int from) {
        return new AgeBand(from, from + 9);
    }

    /** -1 when it is none. */
    private static int number(String key) {
        if (!key.isEmpty() && key.length() <= 3 && key.chars().allMatch(c -> c >= '0' && c <= '9')) {
            return Integer.parseInt(key);
        }
        int small = SMALL.indexOf(key);
        int ten = TENS.indexOf(key);
        return small >= 0 || ten < 0 ? small : 10 * (ten + 2);
    }
}
