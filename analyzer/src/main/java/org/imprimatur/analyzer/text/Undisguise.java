package org.imprimatur.analyzer.text;

import com.ibm.icu.lang.UCharacter;
import com.ibm.icu.lang.UProperty;
import com.ibm.icu.text.Normalizer2;
import java.util.Arrays;

/**
 * Undoes what hides letters and digits from a program but not from a reader: invisible characters, compatibility forms,
 * foreign digits, keycaps, look-alike letters, strokes through letters, and characters that are set apart.
 */
final class Undisguise {

    private static final Normalizer2 NFKC = Normalizer2.getNFKCInstance();
    private static final int KEYCAP = 0x20E3;
    /** No script needs more marks on one letter; heaps of them are a decoration that costs a pattern's time. */
    private static final int MARKED = 8;

    private final StringBuilder out;
    private int[] from;
    private int[] to;
    private boolean mixedScripts;
    private boolean hidden;

    private Undisguise(int capacity) {
        out = new StringBuilder(capacity);
        from = new int[capacity + 1];
        to = new int[capacity + 1];
    }

    static NormalText undisguise(String original) {
        Undisguise work = new Undisguise(original.length());
        if (isPlain(original)) {
            work.copy(original);
        } else {
            work.fold(original);
            work.mixedScripts = LookAlikes.replaceIn(work.out);
        }
        LookAlikes.digitsIn(work.out);
        work.joinSingleCharacters();
        int length = work.out.length();
        return new NormalText(
                original,
                work.out.toString(),
                Arrays.copyOf(work.from, length),
                Arrays.copyOf(work.to, length),
                work.mixedScripts,
                work.hidden);
    }

    private static boolean isPlain(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c > '~' || (c < ' ' && c != '\n' && c != '\r' && c != '\t')) {
                return false;
            }
        }
        return true;
    }

    private void copy(String text) {
        for (int i = 0; i < text.length(); i++) {
            append(text.charAt(i), i, i + 1);
        }
    }

    private void fold(String text) {
        int point = 0;
        int i = 0;
        while (i < text.length()) {
            int first = text.codePointAt(i);
            int start = point;
            int j = i + Character.charCount(first);
            point++;
            while (j < text.length() && clings(text.codePointAt(j))) {
                j += Character.charCount(text.codePointAt(j));
                point++;
            }
            foldCluster(text, i, j, start, point);
            i = j;
        }
    }

    private static boolean clings(int c) {
        return c == KEYCAP
                || Character.getType(c) == Character.NON_SPACING_MARK
                || Character.getType(c) == Character.ENCLOSING_MARK;
    }

    private void foldCluster(String text, int i, int j, int start, int end) {
        StringBuilder visible = new StringBuilder(j - i);
        for (int k = i; k < j; k += Character.charCount(text.codePointAt(k))) {
            int c = text.codePointAt(k);
            if (c == KEYCAP) {
                continue;
            }
            if (!UCharacter.hasBinaryProperty(c, UProperty.DEFAULT_IGNORABLE_CODE_POINT)) {
                if (visible.length() < MARKED) {
                    visible.appendCodePoint(c);
                }
            } else {
                hidden |= isOverride(c) || isInsideWord(text, k, k + Character.charCount(c));
            }
        }
        String composed = NFKC.normalize(visible);
        for (int k = 0; k < composed.length(); k += Character.charCount(composed.codePointAt(k))) {
            int c = plain(composed.codePointAt(k));
            if (k > 0 && clings(c) && !takesMarks(composed.charAt(0))) {
                continue; // a letter struck through is that letter
            }
            for (char unit : Character.toChars(c)) {
                append(unit, start, end);
            }
        }
    }

    /** Whether marks that do not melt with this character are part of how its script writes. */
    private static boolean takesMarks(char base) {
        return base >= 0x250 && Character.isLetter(base);
    }

    /** Turns the reading direction round, so that a reader sees another order than a program. */
    private static boolean isOverride(int c) {
        return c == 0x202D || c == 0x202E;
    }

    private static boolean isInsideWord(String text, int start, int end) {
        return start > 0
                && end < text.length()
                && isLatinOrDigit(text.charAt(start - 1))
                && isLatinOrDigit(text.charAt(end));
    }

    private static boolean isLatinOrDigit(char c) {
        return c < 0x250 && Character.isLetterOrDigit(c);
    }

    private static int plain(int c) {
        int digit = UCharacter.digit(c);
        if (digit >= 0 && digit <= 9) {
            return '0' + digit;
        }
        int type = Character.getType(c);
        if (type == Character.DASH_PUNCTUATION || c == 0x2212) {
            return '-';
        }
        if (type == Character.SPACE_SEPARATOR) {
            return ' ';
        }
        if (type == Character.CONTROL && c != '\n' && c != '\r' && c != '\t') {
            return ' ';
        }
        return switch (c) {
            case 0x2018, 0x2019, 0x201B, 0x02BC, 0x2032, 0x00B4, 0x60 -> '\'';
            case 0x201C, 0x201D, 0x201E, 0x2033, 0xAB, 0xBB -> '"';
            case 0x2044, 0x2215 -> '/';
            default -> c;
        };
    }

    private void append(char unit, int start, int end) {
        int at = out.length();
        if (at == from.length) {
            from = Arrays.copyOf(from, 2 * at + 16);
            to = Arrays.copyOf(to, 2 * at + 16);
        }
        from[at] = start;
        to[at] = end;
        out.append(unit);
    }

    /** "5 5 5 0 1 0 0" and "Z-e-b-e-d-e-e" become one word; each run needs four or more single characters. */
    private void joinSingleCharacters() {
        int length = out.length();
        int kept = 0;
        int i = 0;
        while (i < length) {
            int end = runEnd(i);
            if (end == i) {
                keep(i, kept++);
                i++;
            } else {
                for (int k = i; k < end; k += 2) {
                    keep(k, kept++);
                    boolean nextWord = k + 2 < end
                            && Character.isLowerCase(out.charAt(k))
                            && Character.isUpperCase(out.charAt(k + 2));
                    if (nextWord) {
                        keep(k + 1, kept);
                        out.setCharAt(kept++, ' ');
                    }
                }
                i = end;
                while (i + 1 < length && out.charAt(i) == ' ' && out.charAt(i + 1) == ' ') {
                    i++;
                }
            }
        }
        out.setLength(kept);
    }

    private void keep(int source, int target) {
        out.setCharAt(target, out.charAt(source));
        from[target] = from[source];
        to[target] = to[source];
    }

    /** End of the run of single characters with one kind of separator that starts at {@code i}; {@code i} when none. */
    private int runEnd(int i) {
        if (!Character.isLetterOrDigit(out.charAt(i)) || (i > 0 && Character.isLetterOrDigit(out.charAt(i - 1)))) {
            return i;
        }
        if (i + 1 >= out.length() || " -._*·•|~".indexOf(out.charAt(i + 1)) < 0) {
            return i;
        }
        char separator = out.charAt(i + 1);
        int end = i + 1;
        int digits = Character.isDigit(out.charAt(i)) ? 1 : 0;
        int letters = 1 - digits;
        while (end + 1 < out.length() && out.charAt(end) == separator && isSingle(end + 1, separator)) {
            if (Character.isDigit(out.charAt(end + 1))) {
                digits++;
            } else if (Character.isLetter(out.charAt(end + 1))) {
                letters++;
            }
            end += 2;
        }
        boolean oneKind = digits == 0 || letters == 0 || separator == ' ';
        boolean address = separator == '.' && letters == 0 && digits == 4; // 8.8.8.8
        return oneKind && !address && Math.max(digits, letters) >= 4 ? end : i;
    }

    private boolean isSingle(int at, char separator) {
        char c = out.charAt(at);
        boolean followedByMore = at + 1 < out.length() && Character.isLetterOrDigit(out.charAt(at + 1));
        boolean belongs = Character.isLetterOrDigit(c) || (separator == ' ' && "-.@_+".indexOf(c) >= 0);
        return belongs && !followedByMore;
    }
}
