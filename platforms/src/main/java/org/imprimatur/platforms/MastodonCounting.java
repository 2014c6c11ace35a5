package org.imprimatur.platforms;

import java.util.regex.Pattern;

/**
 * Counts as Mastodon does: grapheme clusters, each link the same, of a mention only what stands before its server.
 *
 * @param forLink what a link counts, however long it is; an instance says so itself
 */
public record MastodonCounting(int forLink) implements Counting {
    private static final Pattern LINK = Pattern.compile("https?://\\S+");
    private static final Pattern REMOTE_MENTION = Pattern.compile("(?<![\\w/])@(\\w[\\w.-]*)@[\\w.-]+\\w");

    public MastodonCounting {
        if (forLink < 1) {
            throw new IllegalArgumentException("a link counts at least 1");
        }
    }

    @Override
    public int count(String text) {
        String counted = LINK.matcher(text).replaceAll("x".repeat(forLink));
        return Measure.GRAPHEMES.count(REMOTE_MENTION.matcher(counted).replaceAll("@$1"));
    }

    @Override
    public String unit() {
        return "characters as Mastodon counts them";
    }
}
