package org.imprimatur.analyzer.detect;

import com.google.i18n.phonenumbers.PhoneNumberMatch;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.Leniency;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberType;
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
    private static final int FEWEST_DIGITS = 7;
    private static final int MOST_DIGITS = 15;

    private static final String EXTENSION = "(?:,? ?(?:x|ext\\.?|extension)[ .:]?\\d{1,6})?";
    private static final String DIALLED = "\\+?\\(?\\d[\\d ()./-]{5,18}\\d" + EXTENSION;

    /** Numbers that the library refuses because such an exchange is not in use, yet a reader could dial or look up. */
    private static final Pattern NORTH_AMERICAN = Pattern.compile(
            "(?<![\\w./-])(?:(?:\\+|00)?1[ .-]{0,2})?(?:\\(\\d{3}\\)[ .-]{0,3}|\\d{3}[ ./-]{1,3})\\d{3}[ .-]{1,3}\\d{4}"
                    + EXTENSION + "(?!\\w|-\\d)",
            Pattern.CASE_INSENSITIVE);

    /** With the code of a country, or with the zero that goes before the code of a town: +44 20 7946 0958, (020) 7946-0958. */
    private static final Pattern FAR = Pattern.compile(
            "(?<![\\w./-])(?:\\+|00[ -]?(?=[1-9]))\\d{1,3}[ .-]?\\(?\\d{1,4}\\)?(?:[ ./-]?\\d{2,4}){2,4}" + EXTENSION
                    + "(?!\\w|-\\d)"
                    + "|(?<![\\w./:,-])\\(?0\\d{1,4}\\)?(?: ?[/.-] ?| )\\d{2,4}(?:[ .-]?\\d{2,4}){1,3}" + EXTENSION
                    + "(?!\\w|-\\d|[.,]\\d|%)",
            Pattern.CASE_INSENSITIVE);

    private static final int FEWEST_FAR_DIGITS = 9;

    /** Any seven to fifteen digits that are said to be somebody's number, or that have an extension. */
    private static final Pattern SAID = Pattern.compile(
            "\\b(?:(?:call(?:s|ed|ing)?|phone[sd]?|ph|tel|telephone|fax|mobile|mob|cell(?:phone)?|reach|text|dial|ring|pager|beeper|whatsapp|answering|contact|number|teléfono|tfno|móvil|celular|llam[ea]r?)\\b|(?:home|work|office|direct|desk|line|[omcfpthw])"
                    + " ?:)[^\\d\\n"
                    + "]{0,20}?(" + DIALLED + ")(?!\\w)"
                    + "|(?<![\\w./-])(" + DIALLED
                    + ")[ -]{1,2}\\(?(?:office|fax|mobile|cell|home|work|tel|phone|direct|pager)\\b"
                    + "|(?<![\\w./-])(\\+?\\(?\\d[\\d ().-]{5,18}\\d,? ?(?:x|ext\\.?|extension)[ .:]?\\d{1,6})(?!\\w)",
            Pattern.CASE_INSENSITIVE);

    private static final Pattern BEFORE_EXTENSION = Pattern.compile("^[^a-zA-Z,]*");
    /** Told by the three digits that stand apart: (85) 5986-8343 is none. A long extension is that of one person. */
    private static final Pattern TOLL_FREE = Pattern.compile(
            "(?:(?:\\+|00)?1[ .-]{0,2})?\\(?8(?:00|33|44|55|66|77|88)\\)?[ ./-]{0,3}\\d{3}[ .-]{0,3}\\d{4}"
                    + EXTENSION.replace("{1,6}", "{1,2}"),
            Pattern.CASE_INSENSITIVE);
    /** 0591-3740-01 is a drug. */
    private static final Pattern CODES = Pattern.compile("\\d{4,5}-\\d{3,4}-\\d{1,2}");
    /** 2019-2021 and 10/12/2020 are no numbers to call. */
    private static final Pattern YEARS = Pattern.compile("^(?:19|20)\\d\\d[ -/](?:(?:19|20)\\d\\d|\\d\\d[-/"
            + " ]\\d\\d)|^\\d{1,2}[/.-]\\d{1,2}[/.-](?:19|20)\\d\\d\\b|\\d{1,2}/\\d{1,2}/\\d");

    private static final Set<String> DIGITS = Set.of(
            "zero", "oh", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "cero", "uno", "dos",
            "tres", "cuatro", "cinco", "seis", "siete", "ocho", "nueve");

    @Override
    public String id() {
        return "phone";
    }

    @Override
    public List<Finding> detect(Screening screening) {
        Search search = new Search(screening);
        NearDigits near = screening.nearDigits().withAtLeast(FEWEST_DIGITS);
        if (!near.none()) {
            search.byLibrary();
            near.find(NORTH_AMERICAN, match -> search.consider(match, 0));
            near.find(FAR, match -> {
                if (digits(match.group()) >= FEWEST_FAR_DIGITS
                        && !CODES.matcher(match.group()).matches()) {
                    search.said(match, 0);
                }
            });
            near.find(SAID, match -> {
                for (int group = 1; group <= match.groupCount(); group++) {
                    search.said(match, group);
                }
            });
        }
        search.spelledOut();
        return search.found.isEmpty() ? List.of() : List.of(WHY.at(id(), 0.9, search.found.list()));
    }

    /** What was found in one text, and what anybody may call. */
    private static final class Search {

        private final Screening screening;
        private final SpansApart found = new SpansApart();
        private final SpansApart free = new SpansApart();

        Search(Screening screening) {
            this.screening = screening;
        }

        void byLibrary() {
            int count = 0;
            for (PhoneNumberMatch match : LIBRARY.findNumbers(screening.normal(), "US", Leniency.VALID, MOST)) {
                PhoneNumberType type = LIBRARY.getNumberType(match.number());
                boolean tollFree = type == PhoneNumberType.TOLL_FREE || type == PhoneNumberType.UAN;
                if (tollFree
                        && (match.rawString().startsWith("+")
                                || TOLL_FREE.matcher(match.rawString()).matches())) {
                    free.add(screening.text().span(match.start(), match.end()));
                } else if (!tollFree) {
                    consider(match.rawString(), match.start(), match.end());
                }
                if (++count >= MOST) {
                    break;
                }
            }
        }

        void said(Matcher match, int group) {
            String number = match.group(group);
            if (number == null) {
                return;
            }
            long digits = digits(number);
            if (digits >= FEWEST_DIGITS
                    && digits <= MOST_DIGITS
                    && !YEARS.matcher(number).find()) {
                consider(match, group);
            }
        }

        void consider(Matcher match, int group) {
            consider(match.group(group), match.start(group), match.end(group));
        }

        private void consider(String number, int start, int end) {
            Span span = screening.text().span(start, end);
            boolean passes = TOLL_FREE.matcher(number).matches()
                    || screening.organization().ownsPhone(withoutExtension(number))
                    || screening.links().insideUrl(start, end)
                    || free.touches(span);
            if (!passes) {
                found.add(span);
            }
        }

        /** Seven or more digits written as words in a row. */
        void spelledOut() {
            List<Token> tokens = screening.tokens().list();
            int run = 0;
            int first = 0;
            for (int i = 0; i <= tokens.size(); i++) {
                boolean digit =
                        i < tokens.size() && DIGITS.contains(tokens.get(i).key());
                boolean pause =
                        i < tokens.size() && ",-.".contains(tokens.get(i).key()) && run > 0;
                if (digit) {
                    first = run == 0 ? i : first;
                    run++;
                } else if (!pause) {
                    if (run >= 7) {
                        found.add(screening.span(first, i));
                    }
                    run = 0;
                }
            }
        }
    }

    private static String withoutExtension(String number) {
        Matcher bare = BEFORE_EXTENSION.matcher(number);
        return bare.find() ? bare.group() : number;
    }

    private static long digits(String number) {
        return withoutExtension(number).chars().filter(Character::isDigit).count();
    }
}
