package org.imprimatur.analyzer.text;

import com.ibm.icu.lang.UScript;
import com.ibm.icu.text.SpoofChecker;
import java.util.HashMap;
import java.util.Map;

/** Letters of other scripts that look like Latin ones, put back where a reader takes them for Latin. */
final class LookAlikes {

    private static final SpoofChecker CHECKER =
            new SpoofChecker.Builder().setChecks(SpoofChecker.CONFUSABLE).build();
    private static final Map<String, Character> BY_SKELETON = skeletons();
    /** Confusable to a reader in a hurry, though Unicode's table has them not, or has them as other letters. */
    private static final String OTHERS = "кмтвнгпьзбЗᴀ";

    private static final String OTHERS_LATIN = "kmtbhrnb363a";
    private static final int MOST_DIGITS_APART = 2;

    private LookAlikes() {}

    /** Replaces in place, length unchanged; true when a word mixed scripts. */
    static boolean replaceIn(StringBuilder text) {
        boolean latinText = isMostlyLatin(text);
        boolean mixed = false;
        int i = 0;
        while (i < text.length()) {
            if (!Character.isLetterOrDigit(text.charAt(i))) {
                i++;
                continue;
            }
            int end = i;
            while (end < text.length() && Character.isLetterOrDigit(text.charAt(end))) {
                end++;
            }
            mixed |= replaceWord(text, i, end, latinText);
            i = end;
        }
        return mixed;
    }

    private static boolean replaceWord(StringBuilder text, int start, int end, boolean latinText) {
        int latin = 0;
        int foreign = 0;
        int alike = 0;
        boolean symbol = true;
        for (int i = start; i < end; i++) {
            char c = text.charAt(i);
            boolean other = isForeign(c);
            latin += Character.isLetterOrDigit(c) && !other ? 1 : 0;
            foreign += other ? 1 : 0;
            alike += other && latin(c) != c ? 1 : 0;
            symbol &= !Character.isLowerCase(c) || UScript.getScript(c) == UScript.GREEK;
        }
        if (foreign == 0) {
            return false;
        }
        boolean inLatinWord = latin > 0 && alike > 0;
        boolean wholly = latin == 0 && alike == foreign && foreign > 1 && latinText;
        if (!inLatinWord && !wholly) {
            return false;
        }
        for (int i = start; i < end; i++) {
            text.setCharAt(i, latin(text.charAt(i)));
        }
        return !symbol || wholly; // TNFα is a symbol of science, not a disguise
    }

    /**
     * The letters O, I and l where digits belong, as in 5O3-555-O1l7: in a row of digits that has at least five, each
     * word of which has nothing else.
     */
    static void digitsIn(StringBuilder text) {
        int i = 0;
        while (i < text.length()) {
            if (!isDigitLike(text.charAt(i)) || (i > 0 && Character.isLetterOrDigit(text.charAt(i - 1)))) {
                i++;
                continue;
            }
            int end = i;
            int last = i;
            while (end < text.length()
                    && (isDigitLike(text.charAt(end))
                            || (" -.()".indexOf(text.charAt(end)) >= 0 && end - last <= MOST_DIGITS_APART))) {
                last = isDigitLike(text.charAt(end)) ? end : last;
                end++;
            }
            boolean whole = last + 1 >= text.length() || !Character.isLetterOrDigit(text.charAt(last + 1));
            if (whole && digits(text, i, last + 1) >= 5) {
                for (int k = i; k <= last; k++) {
                    text.setCharAt(k, digit(text.charAt(k)));
                }
            }
            i = last + 1;
        }
        withinWords(text);
    }

    /** The same inside a word that begins with letters, such as an account number: after its first digit. */
    private static void withinWords(StringBuilder text) {
        int i = 0;
        while (i < text.length()) {
            int end = i;
            int first = -1;
            while (end < text.length() && Character.isLetterOrDigit(text.charAt(end))) {
                first = first < 0 && Character.isDigit(text.charAt(end)) ? end : first;
                end++;
            }
            int digits = digits(text, i, end);
            for (int k = first; digits >= 5 && digits * 5 >= (end - i) * 3 && k < end; k++) {
                text.setCharAt(k, digit(text.charAt(k)));
            }
            i = end + 1;
        }
    }

    private static int digits(StringBuilder text, int start, int end) {
        int digits = 0;
        for (int i = start; i < end; i++) {
            digits += Character.isDigit(text.charAt(i)) ? 1 : 0;
        }
        return digits;
    }

    private static boolean isDigitLike(char c) {
        return (c >= '0' && c <= '9') || "OoIl".indexOf(c) >= 0;
    }

    private static char digit(char c) {
        return c == 'O' || c == 'o' ? '0' : c == 'I' || c == 'l' ? '1' : c;
    }

    private static boolean isMostlyLatin(StringBuilder text) {
        int latin = 0;
        int foreign = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (Character.isLetter(c)) {
                latin += isForeign(c) ? 0 : 1;
                foreign += isForeign(c) ? 1 : 0;
            }
        }
        return latin > foreign;
    }

    private static boolean isForeign(char c) {
        return Character.isLetter(c) && (c > 0x24F || (c > 0x7F && isUnaccentedStranger(c)));
    }

    /** Latin letters that no one writes English or Spanish with, yet look like ones that everybody does. */
    private static boolean isUnaccentedStranger(char c) {
        return c == 'ı' || c == 'ƅ' || c == 'ƽ' || c == 'ǀ' || c == 'ȷ';
    }

    private static char latin(char c) {
        int other = OTHERS.indexOf(c);
        if (other >= 0) {
            return OTHERS_LATIN.charAt(other);
        }
        Character alike = isForeign(c) ? BY_SKELETON.get(key(c)) : null;
        return alike == null ? c : alike;
    }

    private static String key(char c) {
        String skeleton = CHECKER.getSkeleton(String.valueOf(c));
        return (Character.isUpperCase(c) ? "U" : "l") + skeleton;
    }

    private static Map<String, Character> skeletons() {
        Map<String, Character> skeletons = new HashMap<>();
        for (char c = '0'; c <= 'z'; c++) {
            if (Character.isLetterOrDigit(c)) {
                skeletons.putIfAbsent(key(c), c);
            }
        }
        for (char c = 'a'; c <= 'z'; c++) {
            // Small letters of other scripts that look like a capital, and the other way round.
            skeletons.putIfAbsent("U" + CHECKER.getSkeleton(String.valueOf(c)), Character.toUpperCase(c));
            skeletons.putIfAbsent("l" + CHECKER.getSkeleton(String.valueOf(Character.toUpperCase(c))), c);
        }
        return Map.copyOf(skeletons);
    }
}
