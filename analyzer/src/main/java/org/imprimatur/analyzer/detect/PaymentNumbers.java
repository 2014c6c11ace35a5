package org.imprimatur.analyzer.detect;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.apache.commons.validator.routines.IBANValidator;
import org.apache.commons.validator.routines.checkdigit.LuhnCheckDigit;
import org.imprimatur.analyzer.draft.Finding;
import org.imprimatur.analyzer.draft.FindingKind;
import org.imprimatur.analyzer.draft.Span;

/** Payment cards and bank accounts, told by their check digits. */
final class PaymentNumbers implements Detector {

    private static final Explanation CARD = Explanation.of(
            FindingKind.CARD,
            "This looks like a payment card number.",
            "45 CFR 164.514(b)(2)(i)(J)",
            "Take the number out and tell its owner to block the card.");
    private static final Explanation ACCOUNT = Explanation.of(
            FindingKind.IBAN,
            "This looks like a bank account number.",
            "45 CFR 164.514(b)(2)(i)(J)",
            "Take the number out.");
    private static final int FEWEST_OF_CARD = 12;
    private static final Pattern DIGITS = Pattern.compile("(?<![\\w-])\\d(?:[ -]?\\d){11,18}(?![\\w-])");
    /** Written as on the card; a mistyped number is a leak too. */
    private static final Pattern AS_ON_CARD =
            Pattern.compile("[3-6]\\d{3}([ -])\\d{4}\\1\\d{4}\\1\\d{4}|3\\d{3}([ -])\\d{6}\\2\\d{5}");

    private static final Pattern NAMED_IBAN = Pattern.compile(
            "\\bIBAN\\b[^\\d\\n]{0,20}?\\b([A-Z]{2}\\d{2}(?: ?[A-Z\\d]{3,4}){2,7})(?!\\w)", Pattern.CASE_INSENSITIVE);
    private static final Pattern IBAN = Pattern.compile(
            "(?<!\\w)[A-Z]{2}\\d{2}(?: ?[A-Z\\d]{4}){2,7}(?: ?[A-Z\\d]{1,3})?(?!\\w)", Pattern.CASE_INSENSITIVE);

    @Override
    public String id() {
        return "payment";
    }

    @Override
    public List<Finding> detect(Screening screening) {
        List<Finding> findings = new ArrayList<>();
        List<Span> cards = new ArrayList<>();
        screening.nearDigits().withAtLeast(FEWEST_OF_CARD).find(DIGITS, digits -> {
            if (isCard(digits.group()) && !screening.links().touchesUrl(digits.start(), digits.end())) {
                cards.add(screening.text().span(digits.start(), digits.end()));
            }
        });
        if (!cards.isEmpty()) {
            findings.add(CARD.at(id(), 0.9, cards));
        }
        List<Span> accounts = new ArrayList<>();
        screening.nearDigits().find(IBAN, iban -> {
            if (IBANValidator.getInstance()
                    .isValid(iban.group().replace(" ", "").toUpperCase(Locale.ROOT))) {
                accounts.add(screening.text().span(iban.start(), iban.end()));
            }
        });
        screening.nearDigits().find(NAMED_IBAN, named -> {
            Span span = screening.text().span(named.start(1), named.end(1));
            if (accounts.stream().noneMatch(span::overlaps)) {
                accounts.add(span);
            }
        });
        if (!accounts.isEmpty()) {
            findings.add(ACCOUNT.at(id(), 0.95, accounts));
        }
        return findings;
    }

    private static boolean isCard(String number) {
        String bare = number.replaceAll("\\D", "");
        return bare.charAt(0) >= '2'
                && bare.charAt(0) <= '6'
                && (LuhnCheckDigit.LUHN_CHECK_DIGIT.isValid(bare)
                        || AS_ON_CARD.matcher(number).matches());
    }
}
