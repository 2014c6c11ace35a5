package org.imprimatur.analyzer.detect;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.imprimatur.analyzer.draft.Finding;
import org.imprimatur.analyzer.draft.FindingKind;
import org.imprimatur.analyzer.draft.Span;

/** Record, plan, account, licence, vehicle and device numbers: a word that says what it is, then the number. */
final class LabelledNumbers implements Detector {

    private static final String JOIN = "(?:\\s?(?:number|no\\.?|num|#|nr|id|card|code|is|:|=|\"|was|ending in|ends"
            + " in|numero|núm\\.?)){0,4}\\s{0,2}[#:=-]?\\s?\"?";
    private static final String NUMBER =
            "((?=[A-Z\\d -]{0,12}\\d)[A-Z\\d]{1,17}(?:[- ][A-Z\\d]*\\d[A-Z\\d]*){0,5}|[a-z]{1,3}\\d{5,12})(?![\\w])";

    private static final List<Label> LABELS = List.of(
            label(
                    FindingKind.MRN,
                    "H",
                    "record number",
                    "mrn|medical record|patient id|patient|chart|record|encounter|visit"
                            + " id|accession|case|specimen|study id|subject|participant|expediente|historia"
                            + " clínica|csn|har|health id|nhs|hin|nid|lab order|order|requisition|req",
                    4),
            label(
                    FindingKind.PLAN_ID,
                    "I",
                    "health plan number",
                    "member|medicaid|medicare|policy|plan|insurance|subscriber|beneficiary|group|mbi|claim|póliza|prior"
                            + " auth(?:orization)?|auth(?:orization)?|case id|rx bin",
                    4),
            label(
                    FindingKind.ACCOUNT_NO,
                    "J",
                    "account number",
                    "account|acct\\.?|invoice|statement|guarantor|bill(?:ing)?|cuenta|routing|tracking|confirmation|gift"
                            + " card|payroll|donor id|loan",
                    4),
            label(
                    FindingKind.LICENSE_NO,
                    "K",
                    "licence or certificate number",
                    "license|licence|lic\\.?|dea|npi|certificate|cert\\.?|registration|driver'?s|passport|licencia|rn|lpn|badge|employee"
                            + " id|employee",
                    5),
            label(
                    FindingKind.VEHICLE_ID,
                    "L",
                    "vehicle or plate number",
                    "plate|plates|license plate|vin|tag|placas?|patente",
                    4),
            label(
                    FindingKind.DEVICE_ID,
                    "M",
                    "device number",
                    "serial|s/n|sn|device id|device|imei|udi|lot|pump|pacemaker|implant|model and serial|mac address",
                    5));
    private static final Pattern PLATE = Pattern.compile("\\b(?:plates?|placas?|tags?|license)\\b[^.\\n"
            + "]{0,20}?\\b((?=[A-Z\\d -]{0,8}\\d)(?=[A-Z\\d -]{0,8}[A-Z])[A-Z\\d]{2,4}[-"
            + " ]?[A-Z\\d]{2,4})(?![\\w])");

    private record Label(Pattern pattern, Explanation why, int digits) {}

    @Override
    public String id() {
        return "number";
    }

    @Override
    public List<Finding> detect(Screening screening) {
        if (screening.nearDigits().none()) {
            return List.of();
        }
        List<Finding> findings = new ArrayList<>();
        SpansApart seen = new SpansApart();
        for (NumberForms.Form form : NumberForms.ALL) {
            screening.nearDigits().find(form.pattern(), match -> {
                if (form.fits().test(match.group(1)) && (form.inLinks() || isOutsideLinks(screening, match))) {
                    add(screening, match, form.why(), seen, findings);
                }
            });
        }
        look(screening, PLATE, LABELS.get(4).why(), 1, seen, findings);
        for (Label label : LABELS) {
            look(screening, label.pattern(), label.why(), label.digits(), seen, findings);
        }
        return findings;
    }

    private void look(
            Screening screening,
            Pattern pattern,
            Explanation why,
            int digits,
            SpansApart seen,
            List<Finding> findings) {
        screening.nearDigits().withAtLeast(digits).find(pattern, match -> {
            int group = match.groupCount();
            String number = match.group(group);
            boolean enough = number.chars().filter(Character::isDigit).count() >= digits && !isYear(number);
            if (enough && isOutsideLinks(screening, match) && !isOwnPhone(screening, match.start(group))) {
                add(screening, match, why, seen, findings);
            }
        });
    }

    private void add(Screening screening, Matcher match, Explanation why, SpansApart seen, List<Finding> findings) {
        int group = match.groupCount();
        Span span = screening.text().span(match.start(group), match.end(group));
        if (seen.add(span)) {
            findings.add(why.at(id(), 0.85, List.of(span)));
        }
    }

    private static boolean isOutsideLinks(Screening screening, Matcher match) {
        int group = match.groupCount();
        return !screening.links().touchesUrl(match.start(group), match.end(group));
    }

    private static boolean isYear(String number) {
        return number.matches("(?:19|20)\\d\\d");
    }

    private static boolean isOwnPhone(Screening screening, int start) {
        String text = screening.normal();
        String after = text.substring(start, Math.min(text.length(), start + 16));
        return after.matches("(?s)[(]?\\d{3}[)]?[ .-]\\d{3}[ .-]\\d{4}.*") || after.matches("(?s)1?-?8\\d\\d-\\w.*");
    }

    private static Label label(FindingKind kind, String letter, String what, String words, int digits) {
        Explanation why = NumberForms.why(kind, letter, what);
        Pattern pattern = Pattern.compile(
                "(?<![\\w@/])(?:" + words + ")\\b" + JOIN + "(?-i:" + NUMBER + ")", Pattern.CASE_INSENSITIVE);
        return new Label(pattern, why, digits);
    }
}
