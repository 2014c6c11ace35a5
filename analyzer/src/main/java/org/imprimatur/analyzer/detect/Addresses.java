package org.imprimatur.analyzer.detect;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.imprimatur.analyzer.draft.Finding;
import org.imprimatur.analyzer.draft.FindingKind;
import org.imprimatur.analyzer.draft.Span;
import org.imprimatur.analyzer.organization.Facility;

/** Street addresses that are not the organization's own, and postal codes beside somebody's care. */
final class Addresses implements Detector {

    private static final Explanation ADDRESS = Explanation.of(
            FindingKind.ADDRESS,
            "This is a street address that is not one of the organization's own.",
            "45 CFR 164.514(b)(2)(i)(B)",
            "Leave the address out.");
    private static final Explanation ZIP = Explanation.of(
            FindingKind.ZIP,
            "A postal code beside somebody's care narrows down who it is.",
            "45 CFR 164.514(b)(2)(i)(B)",
            "Name the state only.");
    private static final int ZIP_DIGITS = 5;
    private static final Pattern ZIP_CODE = Pattern.compile("(?<![\\w$.,:/-])\\d{5}(?:-\\d{4})?(?![\\w%]|[,.]\\d)");
    private static final Pattern ZIP_WORD = Pattern.compile(
            "(?:\\bzip(?: ?code)?\\b|\\b[A-Z]{2})[ ,:]{1,3}$|código postal[ :]{1,2}$", Pattern.CASE_INSENSITIVE);
    private static final Pattern SOMEBODYS_ZIP = Pattern.compile(
            "\\b(?:my|his|her|their|our|home|mi|su) (?:zip(?: ?code)?|postal code|código postal)(?: is| es)?["
                    + " :,]{1,3}$",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern EVENT = Pattern.compile(
            "\\b(?:a\\.?m\\.?|p\\.?m\\.?|noon|open|(?<!home )visit|join|register|rsvp|tickets|doors|drop off|park"
                    + " at|located|clinic|find us|walk in|stop by|rest stop)\\b",
            Pattern.CASE_INSENSITIVE);

    @Override
    public String id() {
        return "address";
    }

    @Override
    public List<Finding> detect(Screening screening) {
        List<Finding> findings = new ArrayList<>();
        List<Span> streets = new ArrayList<>();
        for (StreetGrammar.Piece piece : StreetGrammar.in(screening.nearDigits())) {
            boolean own = isOwn(screening, screening.normal().substring(piece.start(), piece.end()));
            if (!own && !screening.links().touchesUrl(piece.start(), piece.end())) {
                streets.add(screening.text().span(piece.start(), piece.end()));
            }
        }
        boolean person = screening.care().tellsOfOnePerson();
        if (!streets.isEmpty()) {
            boolean event = EVENT.matcher(screening.normal()).find() && !person;
            findings.add(ADDRESS.at(id(), event ? 0.3 : 0.75, streets));
        }
        zips(screening, person || screening.care().mentionsPatient(), findings);
        return findings;
    }

    private void zips(Screening screening, boolean care, List<Finding> findings) {
        List<Span> zips = new ArrayList<>();
        String text = screening.normal();
        screening.nearDigits().withAtLeast(ZIP_DIGITS).find(ZIP_CODE, matcher -> {
            String before = text.substring(Math.max(0, matcher.start() - 24), matcher.start());
            boolean word = SOMEBODYS_ZIP.matcher(before).find()
                    || (care && ZIP_WORD.matcher(before).find());
            boolean own = screening.organization().organization().facilities().stream()
                    .anyMatch(facility -> facility.address().contains(matcher.group()));
            if (word && !own && !screening.links().touchesUrl(matcher.start(), matcher.end())) {
                zips.add(screening.text().span(matcher.start(), matcher.end()));
            }
        });
        if (!zips.isEmpty()) {
            findings.add(ZIP.at(id(), 0.7, zips));
        }
    }

    private static boolean isOwn(Screening screening, String street) {
        String bare = street.toLowerCase(Locale.ROOT).replace(".", "").replaceAll("\\s+", " ");
        if (bare.indexOf(' ') < 0) {
            return false;
        }
        for (Facility facility : screening.organization().organization().facilities()) {
            String own = facility.address().toLowerCase(Locale.ROOT);
            String number = bare.substring(0, bare.indexOf(' '));
            String firstWord = bare.substring(number.length() + 1).split(" ", 2)[0];
            if (own.startsWith(number + " ") && own.contains(firstWord)) {
                return true;
            }
        }
        return false;
    }
}
