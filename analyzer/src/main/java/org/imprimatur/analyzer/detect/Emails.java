package org.imprimatur.analyzer.detect;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.imprimatur.analyzer.draft.Finding;
import org.imprimatur.analyzer.draft.FindingKind;
import org.imprimatur.analyzer.draft.Span;
import org.nibor.autolink.LinkSpan;
import org.nibor.autolink.LinkType;

/** E-mail addresses that are neither the organization's own nor an authority's, also those written to be read by people only. */
final class Emails implements Detector {

    private static final Explanation WHY = Explanation.of(
            FindingKind.EMAIL,
            "This e-mail address is not one of the organization's own, so it may be a private one.",
            "45 CFR 164.514(b)(2)(i)(F)",
            "Leave the address out, or give one of the organization's own.");
    private static final Pattern SPOKEN = Pattern.compile(
            "\\b[\\w.+-]{1,40}\\s?(?:\\(at\\)|\\[at\\]|\\{at\\}|<at>|\\sat\\s|@|\\sarroba\\s)\\s?[\\w-]{1,30}\\s?"
                    + "(?:\\(dot\\)|\\[dot\\]|\\{dot\\}|<dot>|\\sdot\\s|\\spunto\\s|\\.)\\s?"
                    + "(?:com|net|org|edu|gov|example|info|me|io|us|co)\\b",
            Pattern.CASE_INSENSITIVE);

    private static final Pattern SIGN =
            Pattern.compile("[(\\[{<]at[)\\]}>]|\\bdot\\b|\\barroba\\b", Pattern.CASE_INSENSITIVE);

    @Override
    public String id() {
        return "email";
    }

    @Override
    public List<Finding> detect(Screening screening) {
        List<Span> spans = new ArrayList<>();
        for (LinkSpan link : screening.links().all()) {
            if (link.getType() == LinkType.EMAIL) {
                consider(screening, link.getBeginIndex(), link.getEndIndex(), spans);
            }
        }
        Matcher matcher = SPOKEN.matcher(screening.normal());
        while (mayBeSpoken(screening.normal()) && matcher.find()) {
            boolean spoken = !matcher.group().contains("@") || matcher.group().contains(" ");
            if (spoken && !isSentence(matcher.group())) {
                consider(screening, matcher.start(), matcher.end(), spans);
            }
        }
        return spans.isEmpty() ? List.of() : List.of(WHY.at(id(), 0.95, spans));
    }

    /** Whether it has the words or marks of an address at all; looking for the whole costs more. */
    private static boolean mayBeSpoken(String text) {
        return text.indexOf('@') >= 0 || SIGN.matcher(text).find();
    }

    /** "look at example.com" is a sentence; "bill at example dot com" is an address. */
    private static boolean isSentence(String match) {
        String lower = match.toLowerCase(Locale.ROOT);
        boolean plainAt = lower.contains(" at ") && !lower.contains("dot");
        return plainAt || (lower.contains("@") && lower.contains(" "));
    }

    private static void consider(Screening screening, int start, int end, List<Span> spans) {
        String address = screening
                .normal()
                .substring(start, end)
                .toLowerCase(Locale.ROOT)
                .replace(" ", "");
        String plain = address.replaceAll("[(\\[{<](at)[)\\]}>]", "@").replaceAll("[(\\[{<]dot[)\\]}>]", ".");
        if (screening.organization().ownsEmail(plain) || plain.endsWith(".gov") || plain.endsWith(".mil")) {
            return;
        }
        Span span = screening.text().span(start, end);
        if (spans.stream().noneMatch(span::overlaps)) {
            spans.add(span);
        }
    }
}
