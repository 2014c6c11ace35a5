package org.imprimatur.analyzer.detect;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.apache.commons.validator.routines.InetAddressValidator;
import org.imprimatur.analyzer.draft.Finding;
import org.imprimatur.analyzer.draft.FindingKind;
import org.imprimatur.analyzer.draft.Span;

/** Internet addresses of a computer. */
final class IpAddresses implements Detector {

    private static final Explanation WHY = Explanation.of(
            FindingKind.IP,
            "This looks like the internet address of somebody's computer.",
            "45 CFR 164.514(b)(2)(i)(O)",
            "Take the address out.");
    private static final InetAddressValidator VALIDATOR = InetAddressValidator.getInstance();
    private static final Pattern FOUR = Pattern.compile("(?<![\\w.-])\\d{1,3}(?:\\.\\d{1,3}){3}(?![\\w-]|\\.\\d)");
    private static final Pattern SIX =
            Pattern.compile("(?<![\\w:])[\\da-fA-F]{0,4}(?::[\\da-fA-F]{0,4}){2,7}(?![\\w:])");

    @Override
    public String id() {
        return "ip";
    }

    @Override
    public List<Finding> detect(Screening screening) {
        List<Span> spans = new ArrayList<>();
        screening.nearDigits().find(FOUR, four -> {
            if (VALIDATOR.isValidInet4Address(four.group())) {
                spans.add(screening.text().span(four.start(), four.end()));
            }
        });
        screening.nearDigits().find(SIX, six -> {
            if (six.group().length() > 6 && VALIDATOR.isValidInet6Address(six.group())) {
                spans.add(screening.text().span(six.start(), six.end()));
            }
        });
        return spans.isEmpty() ? List.of() : List.of(WHY.at(id(), 0.9, spans));
    }
}
