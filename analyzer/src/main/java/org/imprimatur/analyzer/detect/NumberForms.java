package org.imprimatur.analyzer.detect;

import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.imprimatur.analyzer.draft.FindingKind;

/** Numbers that show by their own form what they are, without a word beside them. */
final class NumberForms {

    /**
     * One form.
     *
     * @param pattern its last group is the number
     * @param inLinks whether it is one also inside a web address
     * @param fits what the pattern can't tell
     */
    record Form(Pattern pattern, Explanation why, boolean inLinks, Predicate<String> fits) {}

    private static final Explanation RECORD = why(FindingKind.MRN, "H", "record number");
    private static final Explanation PLAN = why(FindingKind.PLAN_ID, "I", "health plan number");
    private static final Explanation ACCOUNT = why(FindingKind.ACCOUNT_NO, "J", "account number");
    private static final Explanation LICENSE = why(FindingKind.LICENSE_NO, "K", "licence or passport number");
    private static final Explanation VEHICLE = why(FindingKind.VEHICLE_ID, "L", "vehicle number");
    private static final Explanation DEVICE = why(FindingKind.DEVICE_ID, "M", "device number");
    private static final Explanation KEY = Explanation.of(
            FindingKind.ACCOUNT_NO,
            "This looks like a key or a token that opens an account.",
            "45 CFR 164.514(b)(2)(i)(R)",
            "Take it out, and have it replaced: whoever reads it can use it.");

    /** Registers of studies, papers and products, which lead to nobody. */
    private static final Pattern PUBLIC = Pattern.compile(
            "(?:NCT|PMC|PMID|DOI|ISRCTN|ISBN|CVE|RFC|CAS|GSE|NDC|UPC|SKU|ASTM|ICD|CPT|HTTP|ISSN|COVID)-?\\d+");

    static final List<Form> ALL = List.of(
            // MRN-4471902, EMP-23311, BIO-FP-a3f8c2e1d5
            form(
                    RECORD,
                    true,
                    "(?<![\\w-])((?:MRN|EMP|DL|RX|INS|NID|HIN|NH|ACCT|MBR|POL|CLM|PT|PAT|BIO|SUBJ)-(?:[A-Z]{1,2}-?){0,2}[A-Z]?"
                            + "(?:\\d{4,12}(?:-\\d{1,6})?|(?=[a-f]*\\d)[a-f\\d]{8,20})|(?<!/)[A-Z]{2,6}-\\d{7,12})(?!\\w)"),
            form(
                    VEHICLE,
                    false,
                    "(?<!\\w)((?=[A-HJ-NPR-Z]{0,16}\\d)(?=\\d{0,16}[A-HJ-NPR-Z])[A-HJ-NPR-Z\\d]{17})(?!\\w)"),
            form(
                    PLAN,
                    false,
                    "(?<!\\w)([1-9][AC-HJKMNP-RT-Y][AC-HJKMNP-RT-Y\\d]\\d-?[AC-HJKMNP-RT-Y][AC-HJKMNP-RT-Y\\d]\\d-?[AC-HJKMNP-RT-Y]{2}\\d{2})(?!\\w)"),
            // the address of a network card, and what programs number machines and people with
            form(DEVICE, true, "(?<![\\w:-])((?:[\\da-fA-F]{2}[:-]){5}[\\da-fA-F]{2})(?![\\w:-])"),
            form(DEVICE, false, "(?<![\\w-])([\\da-fA-F]{8}(?:-[\\da-fA-F]{4}){3}-[\\da-fA-F]{12})(?![\\w-])"),
            // wallets, keys, tokens
            form(
                    ACCOUNT,
                    false,
                    "(?<!\\w)([13](?=[A-Za-z]{0,30}\\d)[a-km-zA-HJ-NP-Z1-9]{25,33}|bc1[a-z\\d]{20,60}|0x[\\da-fA-F]{40})(?!\\w)"),
            form(
                    KEY,
                    true,
                    "(?<![\\w-])((?:sk|pk|rk|ghp|gho)[_-](?:(?:live|test|prod|proj)[_-])?(?=[A-Za-z]{0,30}\\d)[A-Za-z\\d]{10,80}"
                            + "|AKIA[A-Z\\d]{16}|AIza[\\w-]{35})(?!\\w)"),
            // employers and persons before the tax office
            form(ACCOUNT, false, "(?<![\\w.,/-])(\\d{2}-\\d{7})(?![\\w-]|[.,]\\d)"),
            // licences and passports: AB1234567, D123-4567-8901
            form(
                    LICENSE,
                    false,
                    "(?<![\\w/.#@-])([A-Z]\\d{3}-\\d{4}-\\d{4}|[A-Z]{1,2}\\d{7,9}|[A-Z]\\d[A-Z]\\d{6})(?![\\w-]|[.,]\\d)"));

    private NumberForms() {}

    /** Of a number that leads to one person. */
    static Explanation why(FindingKind kind, String letter, String what) {
        return Explanation.of(
                kind,
                "This looks like a " + what + ", which leads to one person.",
                "45 CFR 164.514(b)(2)(i)(" + letter + ")",
                "Take the number out.");
    }

    private static Form form(Explanation why, boolean inLinks, String pattern) {
        return new Form(
                Pattern.compile(pattern),
                why,
                inLinks,
                number -> !PUBLIC.matcher(number).matches());
    }
}
