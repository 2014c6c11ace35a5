package org.imprimatur.analyzer.detect;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.imprimatur.analyzer.draft.Finding;
import org.imprimatur.analyzer.draft.FindingKind;
import org.imprimatur.analyzer.draft.Span;

/** Ages of 90 and over, which identify by themselves. */
final class Ages implements Detector {

    private static final Explanation HIGH = Explanation.of(
            FindingKind.HIGH_AGE,
            "Few people are 90 or older, so the exact age tells who it is.",
            "45 CFR 164.514(b)(2)(i)(C)",
            "Say \"in their nineties or older\" as a group, or leave the age out.");
    private static final String TENS = "(?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|hundred)";
    private static final Pattern AGE = Pattern.compile(
            "(?<![\\w$.:/-])(1[01]\\d|\\d{1,2})(?:\\s?½)?[\\s-]{0,2}(?:(?:years?|yrs?|months?|weeks?|days?)[\\s-]{1,2}(?:old|young)"
                    + "|y/?o\\b|años|meses de edad|añitos)"
                    + "|\\b(?:age|aged|edad|turned|turns|turning|cumplió|cumple)\\s(?:de\\s)?(1[01]\\d|\\d{1,2})(?![\\w%:/]|[-–]\\d|"
                    + " ?(?:to|and|or|through|years of)\\b)"
                    + "|(?<=\\w, )(1[01]\\d|\\d{1,2})(?=[,.!?)]|\\s(?:de|from|of|and|was|is|who)\\b)"
                    + "|(?<![\\w])(1[01]\\d|\\d{1,2})(?:st|nd|rd|th) (?:birthday|cumpleaños)",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern AFTER_NAME = Pattern.compile("\\p{Lu}\\p{L}{1,20}, $");
    private static final Pattern IN_WORDS = Pattern.compile(
            "\\b(?:age|turned|turns|turning)\\s(\\w{3,9}|" + TENS + "[- ]\\w{3,5})\\b"
                    + "|\\b(\\w{3,9}(?:[- ]\\w{3,5})?)[- ]year[- ]old\\b",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern RANGE = Pattern.compile(
            "(?:\\d ?(?:to|-|and|or) ?|under |over |ages? |least |above |below |than |menores de |mayores de |until )$",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern SPELLED = Pattern.compile(
            "(?:" + TENS
                    + "(?:[-"
                    + " ](?:one|two|three|four|five|six|seven|eight|nine))?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen)",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern THING = Pattern.compile(
            "\\b(?:hospital|clinic|program|building|tradition|foundation|anniversary|organization|company|law|study|school|tree|tower|bridge|machine|association|guideline|act|nation|history|bill)\\b",
            Pattern.CASE_INSENSITIVE);

    @Override
    public String id() {
        return "age";
    }

    @Override
    public List<Finding> detect(Screening screening) {
        List<Span> high = new ArrayList<>();
        for (Found age : find(screening)) {
            boolean old = age.text().matches("9\\d|1[01]\\d")
                    || age.text().toLowerCase(Locale.ROOT).startsWith("ninety");
            if (old) {
                high.add(age.span());
            }
        }
        List<Finding> findings = new ArrayList<>();
        if (!high.isEmpty()) {
            boolean thing = THING.matcher(screening.normal()).find()
                    && !screening.care().tellsOfOnePerson();
            findings.add(HIGH.at(id(), thing ? 0.3 : 0.85, high));
        }
        return findings;
    }

    private record Found(String text, Span span) {}

    /** Where ages of people are told, of whatever height. */
    static List<Span> told(Screening screening) {
        return find(screening).stream().map(Found::span).toList();
    }

    private static List<Found> find(Screening screening) {
        List<Found> ages = new ArrayList<>();
        screening.nearDigits().find(AGE, matcher -> consider(screening, matcher, ages));
        String text = screening.normal();
        if (text.contains("year") || text.contains("turn") || text.contains("age ") || text.contains("YEAR")) {
            Matcher matcher = IN_WORDS.matcher(text);
            while (matcher.find()) {
                consider(screening, matcher, ages);
            }
        }
        return ages;
    }

    private static void consider(Screening screening, Matcher matcher, List<Found> ages) {
        for (int group = 1; group <= matcher.groupCount(); group++) {
            String age = matcher.group(group);
            boolean digits = age != null && Character.isDigit(age.charAt(0));
            if (age == null || !(digits || SPELLED.matcher(age).matches())) {
                continue;
            }
            String before = screening.normal().substring(Math.max(0, matcher.start() - 24), matcher.start());
            boolean onlyNumber = digits && matcher.end() - matcher.start() == age.length();
            boolean named = !onlyNumber || AFTER_NAME.matcher(before).find();
            if (named && !RANGE.matcher(before).find()) {
                ages.add(new Found(age, screening.text().span(matcher.start(group), matcher.end(group))));
            }
        }
    }
}
