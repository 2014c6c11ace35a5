package org.imprimatur.publisher.connectors.mastodon;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Compares what was approved with the HTML that a Mastodon server made of it. */
final class StatusText {
    private static final Pattern BREAK = Pattern.compile("(?i)<br\\s*/?>|</p>");
    private static final Pattern TAG = Pattern.compile("<[^>]*>");
    private static final Pattern SPACE = Pattern.compile("[\\s\\u00a0]+");

    private static final Pattern NUMBERED = Pattern.compile("&#([0-9]{1,6}|[xX][0-9a-fA-F]{1,5});");

    private StatusText() {}

    /** Whether the HTML says {@code text}, whatever the space between the words. */
    static boolean isSaidBy(String html, String text) {
        return words(plain(html)).equals(words(text));
    }

    /**
     * Whether the HTML shows nothing but parts of {@code text} in their order, by letters and digits: so it is when a
     * server takes marks, addresses behind words, or the server's name in a mention, out of sight.
     */
    static boolean isPartOf(String html, String text) {
        int[] rest = text.codePoints().filter(Character::isLetterOrDigit).toArray();
        int at = 0;
        for (int shown :
                plain(html).codePoints().filter(Character::isLetterOrDigit).toArray()) {
            while (at < rest.length && rest[at] != shown) {
                at++;
            }
            if (at == rest.length) {
                return false;
            }
            at++;
        }
        return true;
    }

    /** What the HTML shows, without links and marks. */
    static String plain(String html) {
        String bare = TAG.matcher(BREAK.matcher(html).replaceAll("\n")).replaceAll("");
        return NUMBERED.matcher(bare)
                .replaceAll(sign -> Matcher.quoteReplacement(Character.toString(number(sign.group(1)))))
                .replace("&lt;", "<")
                .replace("&gt;", ">")
                .replace("&quot;", "\"")
                .replace("&apos;", "'")
                .replace("&nbsp;", " ")
                .replace("&amp;", "&")
                .strip();
    }

    private static int number(String written) {
        return written.startsWith("x") || written.startsWith("X")
                ? Integer.parseInt(written.substring(1), 16)
                : Integer.parseInt(written);
    }

    private static String words(String text) {
        return SPACE.matcher(text).replaceAll(" ").strip();
    }
}
