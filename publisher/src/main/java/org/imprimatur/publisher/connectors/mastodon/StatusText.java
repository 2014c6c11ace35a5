package org.imprimatur.publisher.connectors.mastodon;

import java.util.regex.Pattern;

/** Compares what was approved with the HTML that a Mastodon server made of it. */
final class StatusText {
    private static final Pattern BREAK = Pattern.compile("(?i)<br\\s*/?>|</p>");
    private static final Pattern TAG = Pattern.compile("<[^>]*>");
    private static final Pattern SPACE = Pattern.compile("[\\s\\u00a0]+");

    private StatusText() {}

    /** Whether the HTML says {@code text}, whatever the space between the words. */
    static boolean isSaidBy(String html, String text) {
        return words(plain(html)).equals(words(text));
    }

    /** What the HTML shows, without links and marks. */
    static String plain(String html) {
        String bare = TAG.matcher(BREAK.matcher(html).replaceAll("\n")).replaceAll("");
        return bare.replace("&lt;", "<")
                .replace("&gt;", ">")
                .replace("&quot;", "\"")
                .replace("&#39;", "'")
                .replace("&apos;", "'")
                .replace("&nbsp;", " ")
                .replace("&amp;", "&")
                .strip();
    }

    private static String words(String text) {
        return SPACE.matcher(text).replaceAll(" ").strip();
    }
}
