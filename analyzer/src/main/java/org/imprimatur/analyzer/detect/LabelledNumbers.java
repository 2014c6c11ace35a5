package org.imprimatur.analyzer.detect;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.imprimatur.analyzer.draft.Finding;
import org.imprimatur.analyzer.draft.FindingKind;
import org.imprimatur.analyzer.draft.Span;

/** Record, plan, account, licence, vehicle and device numbers: a word that says what it is, then the number. */
final class LabelledNumbers implements Detector {

    private static final String JOIN = "(?:\\s?(?:number|no\\.?|num|#|nr|id|card|code|is|:|=|was|ending in|ends"
            + " in|numero|núm\\.?)){0,4}\\s{0,2}[#:=-]?\\s?\"?";
    private static final String NUMBER =
            "((?=[A-Z\\d -]{0,12}\\d)[A-Z\\d]{1,17}(?:[- ][A-Z\\d]*\\d[A-Z\\d]*){0,5}|[a-z]{1,3}\\d{5,12})(?![\\w])";

    private static final List<Label> LABELS = List.of(
            label(
                    FindingKind.MRN,
                    "J",
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
    /** Numbers that carry their label before a hyphen, such as MRN-4471902. */
    private static final Pattern PREFIXED = Pattern.compile(
            "(?<![\\w/-])(?:MRN|EMP|DL|RX|INS|NID|HIN|NH|ACCT|MBR|POL|CLM|PT|BIO)-(?:[A-Z]{1,2}-?)?[A-Z]?\\d{4,12}(?:-\\d{1,6})?(?!\\w)");

    private static final Pattern VIN =
            Pattern.compile("(?<!\\w)(?=[A-HJ-NPR-Z\\d]{0,16}\\d)(?=\\d{0,16}[A-HJ-NPR-Z])[A-HJ-NPR-Z\\d]{17}(?!\\w)");
    private static final Pattern MEDICARE = Pattern.compile(
            "(?<!\\w)[1-9][AC-HJKMNP-RT-Y][AC-HJKMNP-RT-Y\\d]\\d-?[AC-HJKMNP-RT-Y][AC-HJKMNP-RT-Y\\d]\\d-?[AC-HJKMNP-RT-Y]{2}\\d{2}(?!\\w)");

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
        List<Span> seen = new ArrayList<>();
        look(screening, PREFIXED, LABELS.get(0).why(), 4, seen, findings);
        look(screening, VIN, LABELS.get(4).why(), 2, seen, findings);
        look(screening, MEDICARE, LABELS.get(1).why(), 4, seen, findings);
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
            List<Span> seen,
            List<Finding> findings) {
        screening.nearDigits().find(pattern, matcher -> {
            int group = matcher.groupCount();
            String number = matcher.group(group);
            boolean enough = number.chars().filter(Character::isDigit).count() >= digits && !isYear(number);
            boolean outside = !screening.links().touchesUrl(matcher.start(group), matcher.end(group));
            if (enough && outside && !isOwnPhone(screening, matcher.start(group))) {
                Span span = screening.text().span(matcher.start(group), matcher.end(group));
                if (seen.stream().noneMatch(span::overlaps)) {
                    seen.add(span);
                    findings.add(why.at(id(), 0.85, List.of(span)));
                }
            }
        });
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
        Explanation why = Explanation.of(
                kind,
                "This looks like a " + what + ", which leads to one person.",
                "45 CFR 164.514(b)(2)(i)(" + letter + ")",
                "Take the number out.");
        Pattern pattern = Pattern.compile(
                "(?<![\\w@/])(?:" + words + ")\\b" + JOIN + "(?-i:" + NUMBER + ")", Pattern.CASE_INSENSITIVE);
        return new Label(pattern, why, digits);
    }
}
