package org.imprimatur.analyzer.detect;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
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
    private static final Pattern STREET =
            Pattern.compile("(?<![\\w$.-])\\d{1,5}(?:-\\d{1,4})?[A-Z]?\\s(?:[NSEW]\\.?\\s|North |South |East |West"
                    + " )?(?:(?:[A-Z][\\w']{1,20}|\\d{1,3}(?:st|nd|rd|th))\\s){1,3}"
                    + "(?:Street|St|Avenue|Ave|Road|Rd|Drive|Dr|Lane|Ln|Boulevard|Blvd|Court|Ct|Circle|Cir|Terrace|Ter|Way|Place|Pl|Highway|Hwy|Trail|Loop|Alley|Parkway|Pkwy|Route)\\b\\.?(?:,?"
                    + " (?:#|Apt\\.?|Unit|Apartment|Lot) ?\\w{1,5})?");
    private static final Pattern ZIP_CODE = Pattern.compile("(?<![\\w$.,:/-])\\d{5}(?:-\\d{4})?(?![\\w%]|[,.]\\d)");
    private static final Pattern ZIP_WORD = Pattern.compile(
            "(?:\\bzip(?: ?code)?\\b|\\b[A-Z]{2})[ ,:]{1,3}$|código postal[ :]{1,2}$", Pattern.CASE_INSENSITIVE);
    private static final Pattern EVENT = Pattern.compile(
            "\\b(?:a\\.?m\\.?|p\\.?m\\.?|noon|open|visit|join|register|rsvp|tickets|doors|drop off|park"
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
        Matcher matcher = STREET.matcher(screening.normal());
        while (matcher.find()) {
            if (!isOwn(screening, matcher.group())) {
                streets.add(screening.text().span(matcher.start(), matcher.end()));
            }
        }
        boolean person = screening.care().tellsOfOnePerson();
        if (!streets.isEmpty()) {
            boolean event = EVENT.matcher(screening.normal()).find() && !person;
            findings.add(ADDRESS.at(id(), event ? 0.3 : 0.75, streets));
        }
        if (person || screening.care().mentionsPatient()) {
            zips(screening, findings);
        }
        return findings;
    }

    private void zips(Screening screening, List<Finding> findings) {
        List<Span> zips = new ArrayList<>();
        String text = screening.normal();
        Matcher matcher = ZIP_CODE.matcher(text);
        while (matcher.find()) {
            boolean word = ZIP_WORD.matcher(text.substring(Math.max(0, matcher.start() - 16), matcher.start()))
                    .find();
            boolean own = screening.organization().organization().facilities().stream()
                    .anyMatch(facility -> facility.address().contains(matcher.group()));
            if (word && !own && !screening.links().touchesUrl(matcher.start(), matcher.end())) {
                zips.add(screening.text().span(matcher.start(), matcher.end()));
            }
        }
        if (!zips.isEmpty()) {
            findings.add(ZIP.at(id(), 0.7, zips));
        }
    }

    private static boolean isOwn(Screening screening, String street) {
        String bare = street.toLowerCase(Locale.ROOT).replace(".", "");
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
