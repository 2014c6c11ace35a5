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

    @Override
    public String id() {
        return "handle";
    }

    @Override
    public List<Finding> detect(Screening screening) {
        String text = screening.normal();
        if (text.indexOf('@') < 0) {
            return List.of();
        }
        List<Span> spans = new ArrayList<>();
        Matcher matcher = HANDLE.matcher(text);
        while (matcher.find()) {
            boolean known = screening.organization().ownsHandle(matcher.group(1));
            if (!known && !screening.links().touchesUrl(matcher.start(), matcher.end())) {
                spans.add(screening.text().span(matcher.start(), matcher.end()));
            }
        }
        if (spans.isEmpty()) {
            return List.of();
        }
        double confidence = confidence(screening);
        return confidence > 0 ? List.of(WHY.at(id(), confidence, spans)) : List.of();
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
