package org.imprimatur.analyzer.detect;

import java.util.List;
import java.util.regex.Pattern;
import org.imprimatur.analyzer.draft.Finding;
import org.imprimatur.analyzer.draft.FindingKind;

/** Social Security numbers, also mistyped ones; bare digits only beside the word. */
final class SocialSecurityNumbers implements Detector {

    private static final Explanation WHY = Explanation.of(
            FindingKind.SSN,
            "This looks like a Social Security number, whole or in part.",
            "45 CFR 164.514(b)(2)(i)(G)",
            "Take the number out and ask the privacy office whether it was seen by others.");
    private static final Pattern WRITTEN = Pattern.compile("(?<![\\w.-])\\d{3}[- ]\\d{2}[- ]\\d{4}(?![\\w-])");
    private static final Pattern NAMED = Pattern.compile(
            "\\b(?:ssn|ss\\s?#|social security(?: number| no\\.?)?|social|soc sec|seguro social)\\b[^\\d\\n"
                    + "]{0,25}((?:x{3}|\\*{3}|\\d{3})?[- ]?(?:x{2}|\\*{2}|\\d{2})?[- ]?\\d{4})(?!\\d)",
            Pattern.CASE_INSENSITIVE);
    /** The last four, where the others are masked. */
    private static final int FEWEST_DIGITS = 4;

    private static final Pattern MASKED =
            Pattern.compile("(?<!\\w)(?:x{3}|\\*{3})-(?:x{2}|\\*{2})-\\d{4}(?!\\w)", Pattern.CASE_INSENSITIVE);

    @Override
    public String id() {
        return "ssn";
    }

    @Override
    public List<Finding> detect(Screening screening) {
        SpansApart spans = new SpansApart();
        NearDigits near = screening.nearDigits().withAtLeast(FEWEST_DIGITS);
        for (Pattern pattern : List.of(WRITTEN, NAMED, MASKED)) {
            near.find(pattern, match -> {
                int group = match.groupCount();
                if (!screening.links().touchesUrl(match.start(group), match.end(group))) {
                    spans.add(screening.text().span(match.start(group), match.end(group)));
                }
            });
        }
        return spans.isEmpty() ? List.of() : List.of(WHY.at(id(), 0.95, spans.list()));
    }
}
