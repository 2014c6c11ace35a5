package org.imprimatur.analyzer.detect;

import com.google.i18n.phonenumbers.PhoneNumberMatch;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.Leniency;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberType;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.imprimatur.analyzer.draft.Finding;
import org.imprimatur.analyzer.draft.FindingKind;
import org.imprimatur.analyzer.draft.Span;
import org.imprimatur.analyzer.text.Token;

/** Telephone and fax numbers that are neither the organization's own nor toll-free. */
final class Phones implements Detector {

    private static final PhoneNumberUtil LIBRARY = PhoneNumberUtil.getInstance();
    private static final Explanation WHY = Explanation.of(
            FindingKind.PHONE,
            "This telephone number is neither one of the organization's own nor toll-free, so it may be a private one.",
            "45 CFR 164.514(b)(2)(i)(D)",
            "Leave the number out, or give the main line.");
    private static final int MOST = 20;
    /** Numbers that the library refuses because such an exchange is not in use, yet a reader could dial or look up. */
    private static final Pattern NORTH_AMERICAN = Pattern.compile(
            "(?<![\\w./-])(?:\\+?1[ .-]?)?\\(?(\\d{3})\\)?[ .-]{1,3}(\\d{3})[ .-]{1,3}(\\d{4})(?![\\w-])");

    /** Any seven to fifteen digits that are said to be somebody's number. */
    private static final Pattern SAID = Pattern.compile(
            "\\b(?:call(?:s|ed|ing)?|phone[sd]?|tel|telephone|fax|mobile|cell(?:phone)?|reach|text|dial|ring|pager|whatsapp|answering|contact"
                    + "|number|teléfono|celular|llam[ea]r?)\\b[^\\d\\n]{0,20}?(\\+?\\(?\\d[\\d ()./-]{5,18}\\d(?: ?(?:x|ext\\.?) ?\\d{1,6})?)(?![\\w])"
                    + "|(?<![\\w./-])(\\+?\\(?\\d[\\d ()./-]{5,18}\\d(?:x\\d{1,6})?)[ -]{1,2}(?:office|fax|mobile|cell|home|work|tel|phone)\\b"
                    + "|(?<![\\w./])(\\+\\d{1,3}[ .-]?\\(?\\d{1,4}\\)?(?:[ .-]?\\d{2,4}){2,4})(?!\\w)"
                    + "|(?<![\\w./-])(\\(?\\d{3}[)/.-]{1,2} ?\\d{3}[.-]?\\d{4}(?: ?(?:x|ext\\.?) ?\\d{1,6}))(?!\\w)",
            Pattern.CASE_INSENSITIVE);

    private static final Pattern TOLL_FREE = Pattern.compile("1?8(?:00|33|44|55|66|77|88)\\d{7}");
    /** 2019-2021 and 10/12/2020 are no numbers to call. */
    private static final Pattern YEARS =
            Pattern.compile("^(?:19|20)\\d\\d[ -/](?:(?:19|20)\\d\\d|\\d\\d[-/ ]\\d\\d)|\\d{1,2}/\\d{1,2}/\\d");

    private static final Set<String> DIGITS = Set.of(
            "zero", "oh", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "cero", "uno", "dos",
            "tres", "cuatro", "cinco", "seis", "siete", "ocho", "nueve");

    @Override
    public String id() {
        return "phone";
    }

    @Override
    public List<Finding> detect(Screening screening) {
        List<Span> spans = new ArrayList<>();
        String text = screening.normal();
        if (hasDigits(text, 7)) {
            byLibrary(screening, text, spans);
            screening
                    .nearDigits()
                    .find(
                            NORTH_AMERICAN,
                            match -> consider(screening, match.group(), match.start(), match.end(), spans));
            screening.nearDigits().find(SAID, match -> said(screening, match, spans));
        }
        spelledOut(screening, spans);
        return spans.isEmpty() ? List.of() : List.of(WHY.at(id(), 0.9, spans));
    }

    private static void said(Screening screening, Matcher match, List<Span> spans) {
        for (int group = 1; group <= match.groupCount(); group++) {
            String number = match.group(group);
            boolean fits = number != null && digits(number) >= 7 && digits(number) <= 15;
            if (fits && !YEARS.matcher(number).find()) {
                consider(screening, number, match.start(group), match.end(group), spans);
            }
        }
    }

    private static long digits(String text) {
        return text.chars().filter(Character::isDigit).count();
    }

    private static boolean hasDigits(String text, int least) {
        int digits = 0;
        for (int i = 0; i < text.length() && digits < least; i++) {
            if (Character.isDigit(text.charAt(i))) {
                digits++;
            }
        }
        return digits >= least;
    }

    private static void byLibrary(Screening screening, String text, List<Span> spans) {
        int count = 0;
        for (PhoneNumberMatch match : LIBRARY.findNumbers(text, "US", Leniency.VALID, MOST)) {
            PhoneNumberType type = LIBRARY.getNumberType(match.number());
            if (type != PhoneNumberType.TOLL_FREE && type != PhoneNumberType.UAN) {
                consider(screening, match.rawString(), match.start(), match.end(), spans);
            }
            if (++count >= MOST) {
                break;
            }
        }
    }

    private static void consider(Screening screening, String number, int start, int end, List<Span> spans) {
        String digits = number.replaceAll("\\D", "");
        boolean own = screening.organization().ownsPhone(number);
        if (own || TOLL_FREE.matcher(digits).matches() || screening.links().touchesUrl(start, end)) {
            return;
        }
        Span span = screening.text().span(start, end);
        if (spans.stream().noneMatch(span::overlaps)) {
            spans.add(span);
        }
    }

    /** Seven or more digits written as words in a row. */
    private static void spelledOut(Screening screening, List<Span> spans) {
        List<Token> tokens = screening.tokens().list();
        int run = 0;
        int first = 0;
        for (int i = 0; i <= tokens.size(); i++) {
            boolean digit = i < tokens.size() && DIGITS.contains(tokens.get(i).key());
            boolean pause = i < tokens.size() && ",-.".contains(tokens.get(i).key()) && run > 0;
            if (digit) {
                first = run == 0 ? i : first;
                run++;
            } else if (!pause) {
                if (run >= 7) {
                    spans.add(screening.span(first, i));
                }
                run = 0;
            }
        }
    }
}
