package org.imprimatur.analyzer.detect;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.imprimatur.analyzer.draft.Finding;
import org.imprimatur.analyzer.draft.FindingKind;
import org.imprimatur.analyzer.draft.Span;

/** Mentions of accounts that are in no list, where the words around speak of somebody's care or answer somebody. */
final class Handles implements Detector {

    private static final Explanation WHY = Explanation.of(
            FindingKind.HANDLE,
            "This account is in none of the organization's lists and stands beside words about somebody's care.",
            "45 CFR 164.514(b)(2)(i)(R)",
            "Leave the mention out.");
    private static final Pattern HANDLE = Pattern.compile("(?<![\\w@./])@(\\w[\\w.]{1,29}\\w|\\w{2})");

    private static final Explanation LOGIN = Explanation.of(
            FindingKind.HANDLE,
            "This looks like the name under which somebody signs in or writes.",
            "45 CFR 164.514(b)(2)(i)(R)",
            "Leave the name out.");
    private static final Pattern LABELLED = Pattern.compile(
            "(?<![a-zA-Z])(?:(?:user[ _]?(?:name|id)|login|screen name|(?:my|his|her|their|mail) handle)\"?(?: is|"
                    + " was| ?:| ?=){1,2}|user\"?\\s?[:=])\\s?\"?@?"
                    + "((?=[\\w.-]*[\\d._])[a-zA-Z][\\w.-]{2,28}\\w)(?![@\\w])",
            Pattern.CASE_INSENSITIVE);

    @Override
    public String id() {
        return "handle";
    }

    @Override
    public List<Finding> detect(Screening screening) {
        List<Finding> findings = new ArrayList<>();
        List<Span> names = spans(LABELLED, screening);
        if (!names.isEmpty()) {
            findings.add(LOGIN.at(id(), 0.7, names));
        }
        List<Span> mentions = screening.normal().indexOf('@') < 0 ? List.of() : spans(HANDLE, screening);
        if (!mentions.isEmpty()) {
            findings.add(WHY.at(id(), confidence(screening), mentions));
        }
        return findings;
    }

    /** Where names stand that are none of ours. */
    private static List<Span> spans(Pattern pattern, Screening screening) {
        List<Span> spans = new ArrayList<>();
        Matcher matcher = pattern.matcher(screening.normal());
        while (matcher.find()) {
            boolean known = screening.organization().ownsHandle(matcher.group(1));
            if (!known && !screening.links().touchesUrl(matcher.start(), matcher.end())) {
                spans.add(screening.text().span(matcher.start(), matcher.end()));
            }
        }
        return spans;
    }

    private static double confidence(Screening screening) {
        Care care = screening.care();
        if (care.tellsOfOnePerson()) {
            return 0.8;
        }
        if (screening.isReply() || care.addressesOnePerson()) {
            return 0.6;
        }
        return 0.2;
    }
}
