package org.imprimatur.analyzer.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * The words, numbers and marks of a text in order; hyphens between words are dropped, so that "71-year-old" reads as
 * three tokens. Immutable, thread-safe.
 */
public final class Tokens {

    private static final String ENDS = ".!?";
    private final List<Token> list;

    private Tokens(List<Token> list) {
        this.list = List.copyOf(list);
    }

    public static Tokens of(String text) {
        List<Token> tokens = new ArrayList<>(text.length() / 4 + 4);
        int sentence = 0;
        boolean ended = false;
        int i = 0;
        while (i < text.length()) {
            int c = text.codePointAt(i);
            int width = Character.charCount(c);
            if (Character.isWhitespace(c)) {
                if (c == '\n') {
                    ended = true;
                }
                i++;
                continue;
            }
            boolean word = Character.isLetterOrDigit(c);
            int end = word ? wordEnd(text, i) : i + width;
            if (!word && c == '-' && betweenWords(text, i)) {
                i = end;
                continue;
            }
            if (word || c == '"' || c == '#' || c == '@') {
                if (ended && !tokens.isEmpty()) {
                    sentence++;
                }
                ended = false;
            }
            boolean joined = word && i > 0 && text.charAt(i - 1) == '-' && betweenWords(text, i - 1);
            String written = text.substring(i, end);
            tokens.add(new Token(i, end, written, key(written), sentence, joined));
            if (ENDS.indexOf(c) >= 0 && endsSentence(text, i, tokens)) {
                ended = true;
            }
            i = end;
        }
        return new Tokens(tokens);
    }

    public List<Token> list() {
        return list;
    }

    public int size() {
        return list.size();
    }

    public Token get(int index) {
        return list.get(index);
    }

    /** Key of the token at the index, empty outside the text. */
    public String key(int index) {
        return index < 0 || index >= list.size() ? "" : list.get(index).key();
    }

    /** Index of the first token that ends after the given UTF-16 offset; the size when there is none. */
    public int at(int offset) {
        int low = 0;
        int high = list.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (list.get(middle).end() <= offset) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    private static int wordEnd(String text, int start) {
        int i = start;
        while (i < text.length()) {
            int c = text.codePointAt(i);
            boolean inner = c == '\''
                    && i > start
                    && i + 1 < text.length()
                    && Character.isLetter(text.charAt(i + 1))
                    && Character.isLetter(text.charAt(i - 1));
            if (!Character.isLetterOrDigit(c) && !inner) {
                break;
            }
            i += Character.charCount(c);
        }
        return i;
    }

    private static boolean betweenWords(String text, int hyphen) {
        return hyphen > 0
                && hyphen + 1 < text.length()
                && Character.isLetterOrDigit(text.charAt(hyphen - 1))
                && Character.isLetterOrDigit(text.charAt(hyphen + 1));
    }

    private static boolean endsSentence(String text, int mark, List<Token> tokens) {
        if (mark + 1 < text.length() && Character.isLetterOrDigit(text.charAt(mark + 1))) {
            return false;
        }
        if (text.charAt(mark) != '.' || tokens.size() < 2) {
            return true;
        }
        Token before = tokens.get(tokens.size() - 2);
        return !(before.end() == mark && (before.text().length() == 1 || isAbbreviation(before.key())));
    }

    private static boolean isAbbreviation(String key) {
        return switch (key) {
            case "dr", "mr", "mrs", "ms", "st", "sr", "sra", "jr", "dra", "prof", "rev", "sgt", "lt", "vs", "no" ->
                true;
            default -> false;
        };
    }

    /** Lower case, without accents and possessive. */
    public static String key(String written) {
        boolean plain = true;
        for (int i = 0; i < written.length() && plain; i++) {
            char c = written.charAt(i);
            plain = c >= 'a' && c <= 'z';
        }
        if (plain) {
            return written;
        }
        String lower = written.toLowerCase(Locale.ROOT);
        StringBuilder key = new StringBuilder(lower.length());
        for (int i = 0; i < lower.length(); i++) {
            key.append(Accents.without(lower.charAt(i)));
        }
        return key.toString();
    }
}
