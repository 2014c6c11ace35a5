package org.imprimatur.analyzer.text;

/**
 * A word, a number or a mark of punctuation in a {@link NormalText}.
 *
 * @param start UTF-16 offset in the normal text
 * @param end one past the last UTF-16 unit
 * @param text as written
 * @param key lower case without accents, for look-ups
 * @param sentence 0 for the first sentence of the text
 * @param joined true when only a hyphen parts it from the token before
 */
public record Token(int start, int end, String text, String key, int sentence, boolean joined) {

    /** The key without a possessive ending: "wife" for "wife's". */
    public String owner() {
        return key.endsWith("'s") ? key.substring(0, key.length() - 2) : key;
    }

    public boolean isWord() {
        return Character.isLetter(text.codePointAt(0));
    }

    public boolean isNumber() {
        return Character.isDigit(text.charAt(0));
    }

    /** Starts with a capital letter. */
    public boolean isCapitalised() {
        return Character.isUpperCase(text.codePointAt(0));
    }

    /** Two or more letters, all capital. */
    public boolean isShouted() {
        return text.length() > 1 && isCapitalised() && text.chars().noneMatch(Character::isLowerCase);
    }

    @Override
    public String toString() {
        return "Token[" + start + ".." + end + "]";
    }
}
