package org.imprimatur.analyzer.detect;

import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.imprimatur.analyzer.draft.Finding;
import org.imprimatur.analyzer.draft.FindingKind;
import org.nibor.autolink.LinkSpan;
import org.nibor.autolink.LinkType;

/** E-mail addresses that are neither the organization's own nor an authority's, also those written to be read by people only. */
final class Emails implements Detector {

    private static final Explanation WHY = Explanation.of(
            FindingKind.EMAIL,
            "This e-mail address is not one of the organization's own, so it may be a private one.",
            "45 CFR 164.514(b)(2)(i)(F)",
            "Leave the address out, or give one of the organization's own.");
    private static final String PROVIDER =
            "(?:gmail|googlemail|yahoo|hotmail|outlook|icloud|aol|protonmail|proton|live|msn|comcast|gmx|zoho|fastmail|ymail)";
    private static final String DOT =
            "(?:\\s?[(\\[{<](?:dot|punto|\\.)[)\\]}>]\\s?|\\s(?:dot|punto)\\s|_dot_|\\s?\\.\\s?)";
    private static final Pattern SPOKEN = Pattern.compile(
            "\\b([\\w+-]{1,40}(?:(?:\\.|\\s(?:dot|punto)\\s|[(\\[{<]dot[)\\]}>])[\\w+-]{1,30}){0,3}?)"
                    + "(\\s?[(\\[{<](?:at|arroba|@)[)\\]}>]\\s?|\\sat\\s|\\s?@\\s?|\\sarroba\\s|_at_)"
                    + "([\\w-]{1,30}(?:" + DOT
                    + "(?:com|net|org|edu|gov|mil|example|info|me|io|us|co|uk|ca|mx|es|biz|health|app|dev|de|fr|au|nz)\\b){1,2}"
                    + "|" + PROVIDER + "\\b)",
            Pattern.CASE_INSENSITIVE);

    private static final Pattern SIGN = Pattern.compile(
            "[(\\[{<](?:at|@|arroba)[)\\]}>]|\\bdot\\b|\\barroba\\b|_at_|\\sat " + PROVIDER
                    + "\\b|\\sat [\\w-]{1,30}\\.\\w\\w",
            Pattern.CASE_INSENSITIVE);
    /** After these words an address is to be expected. */
    private static final Pattern ANNOUNCED = Pattern.compile(
            "\\b(?:e-?mail(?:ed|s)?|mail|correo|address|write|contact|reach|inbox|message)\\b[^.!?\\n]{0,24}$",
            Pattern.CASE_INSENSITIVE);

    private static final int BEFORE = 36;
    private static final Pattern SPELLED = Pattern.compile("[\\W_](?:dot|punto)[\\W_]", Pattern.CASE_INSENSITIVE);
    private static final Pattern DOTS = Pattern.compile(
            "\\s*[(\\[{<_](?:dot|punto|\\.)[)\\]}>_]\\s*|\\s(?:dot|punto)\\s|\\s?\\.\\s?", Pattern.CASE_INSENSITIVE);
    /** A word in parts, such as bill.oneil. */
    private static final Pattern PARTS = Pattern.compile("[\\w-]*\\p{L}[\\w-]*[._+]\\p{L}[\\w-]+");

    @Override
    public String id() {
        return "email";
    }

    @Override
    public List<Finding> detect(Screening screening) {
        SpansApart spans = new SpansApart();
        for (LinkSpan link : screening.links().all()) {
            if (link.getType() == LinkType.EMAIL) {
                int start = link.getBeginIndex();
                int end = link.getEndIndex();
                consider(screening, start, end, screening.normal().substring(start, end), spans);
            }
        }
        if (mayBeSpoken(screening.normal())) {
            Matcher matcher = SPOKEN.matcher(screening.normal());
            while (matcher.find()) {
                if (isAddress(screening.normal(), matcher)) {
                    consider(screening, matcher.start(), matcher.end(), plain(matcher), spans);
                }
            }
        }
        return spans.isEmpty() ? List.of() : List.of(WHY.at(id(), 0.95, spans.list()));
    }

    /** Whether it has the words or marks of an address at all; looking for the whole costs more. */
    private static boolean mayBeSpoken(String text) {
        return text.indexOf('@') >= 0 || SIGN.matcher(text).find();
    }

    /** "look at example.com" is a sentence; "bill at example dot com" and "mail bill.h at example.com" are addresses. */
    private static boolean isAddress(String text, Matcher matcher) {
        String sign = matcher.group(2).strip();
        String host = matcher.group(3);
        if ("([{<_".indexOf(sign.charAt(0)) >= 0 || SPELLED.matcher(host).find()) {
            return true;
        }
        boolean isLink = matcher.group(2).equals("@");
        boolean overSentences = host.chars().anyMatch(Character::isWhitespace);
        if (isLink || overSentences) {
            return false;
        }
        String local = matcher.group(1);
        String before = text.substring(Math.max(0, matcher.start() - BEFORE), matcher.start());
        return PARTS.matcher(local).matches()
                || (ANNOUNCED.matcher(before).find() && !NameLikelihood.TABLE.isWord(local.toLowerCase(Locale.ROOT)));
    }

    private static String plain(Matcher matcher) {
        return DOTS.matcher(matcher.group(1)).replaceAll(".")
                + "@"
                + DOTS.matcher(matcher.group(3)).replaceAll(".");
    }

    private static void consider(Screening screening, int start, int end, String address, SpansApart spans) {
        String lower = address.toLowerCase(Locale.ROOT);
        if (screening.organization().ownsEmail(lower) || lower.endsWith(".gov") || lower.endsWith(".mil")) {
            return;
        }
        spans.add(screening.text().span(start, end));
    }
}
