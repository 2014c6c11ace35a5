package org.imprimatur.analyzer.detect;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.imprimatur.analyzer.draft.Finding;
import org.imprimatur.analyzer.draft.FindingKind;
import org.imprimatur.analyzer.draft.Span;

/** Web addresses that carry somebody's data in their parameters, as those do that are copied from a portal. */
final class TellingLinks implements Detector {

    private static final Explanation WHY = Explanation.of(
            FindingKind.URL,
            "This link carries somebody's data, such as a name or a number, to everybody who sees it.",
            "45 CFR 164.514(b)(2)(i)(N)",
            "Give the address without what comes after the question mark.");
    private static final Pattern PARAMETER = Pattern.compile(
            "[?&;](ssn|dob|birth_?date|date_?of_?birth|e?mail|phone|tel|mobile|cell|fax|mrn|record_?(?:id|no)|patient(?:_?(?:id|name|no))?"
                    + "|member_?(?:id|no)|policy_?(?:id|no)|account_?(?:id|no)|user(?:_?(?:name|id))?|login"
                    + "|(?:first|last|full)?_?name)=([^&;#\\s\"'<>]{2,80})",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern BETWEEN_NAMES = Pattern.compile("(?:\\+|%20|_|\\.|-)+");

    @Override
    public String id() {
        return "link";
    }

    @Override
    public List<Finding> detect(Screening screening) {
        String text = screening.normal();
        if (text.indexOf('=') < 0 || text.indexOf('?') < 0) {
            return List.of();
        }
        List<Span> spans = new ArrayList<>();
        Matcher parameter = PARAMETER.matcher(text);
        while (parameter.find()) {
            String name = parameter.group(1).toLowerCase(Locale.ROOT).replace("_", "");
            if (tells(name, parameter.group(2))) {
                spans.add(screening.text().span(parameter.start(2), parameter.end(2)));
            }
        }
        return spans.isEmpty() ? List.of() : List.of(WHY.at(id(), 0.8, spans));
    }

    private static boolean tells(String parameter, String value) {
        long digits = value.chars().filter(Character::isDigit).count();
        return switch (parameter) {
            case "email", "mail" -> value.contains("@") || value.contains("%40");
            case "name", "firstname", "lastname", "fullname", "patient", "patientname" -> digits >= 4 || isName(value);
            case "user", "username", "userid", "login" -> digits > 0 && digits < value.length() && value.length() > 4;
            default -> digits >= 4;
        };
    }

    private static boolean isName(String value) {
        String given = BETWEEN_NAMES.split(value, 2)[0];
        return Character.isUpperCase(value.charAt(0))
                && NameLikelihood.TABLE.given(given.toLowerCase(Locale.ROOT)) >= 2;
    }
}
