package org.imprimatur.publisher.connectors.bluesky;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.imprimatur.platforms.Measure;

/**
 * A stretch of a text that Bluesky makes into a link, a mention or a hashtag.
 *
 * @param start first byte in the UTF-8 of the text
 * @param end the byte after the last
 * @param kind what it becomes
 * @param value the address, the handle without @, or the tag without #
 */
record Facet(int start, int end, Kind kind, String value) {
    private static final int LONGEST_TAG = 64;
    private static final String BEFORE = "(?:^|(?<=[\\s(]))";
    private static final Pattern LAST_OF_A_SENTENCE = Pattern.compile("[.,;:!?'\"’”…]+$");
    private static final Pattern LAST_OF_A_TAG = Pattern.compile("\\p{P}+$");

    enum Kind {
        LINK(BEFORE + "(https?://[^\\s<>]+)", ""),
        MENTION(BEFORE + "(@(?:[a-zA-Z0-9](?:[a-zA-Z0-9-]{0,61}[a-zA-Z0-9])?\\.)+[a-zA-Z][a-zA-Z0-9-]*)", "@"),
        TAG(BEFORE + "([#＃](?![\\d\\p{P}]+(?:\\s|$))[^\\s#＃]+)", "#");

        private final Pattern pattern;
        private final String sign;

        Kind(String pattern, String sign) {
            this.pattern = Pattern.compile(pattern);
            this.sign = sign;
        }
    }

    /** All facets of the text in their order; none overlaps another. */
    static List<Facet> of(String text) {
        List<Facet> found = new ArrayList<>();
        for (Kind kind : Kind.values()) {
            Matcher matcher = kind.pattern.matcher(text);
            while (matcher.find()) {
                String said = trimmed(kind, matcher.group(1));
                if (said.length() > kind.sign.length()
                        && (kind != Kind.TAG || Measure.GRAPHEMES.count(said) <= LONGEST_TAG + 1)) {
                    int start = bytes(text.substring(0, matcher.start(1)));
                    found.add(new Facet(start, start + bytes(said), kind, said.substring(kind.sign.length())));
                }
            }
        }
        found.sort(Comparator.comparingInt(Facet::start));
        return List.copyOf(found);
    }

    private static String trimmed(Kind kind, String said) {
        if (kind != Kind.LINK) {
            return kind == Kind.TAG ? LAST_OF_A_TAG.matcher(said).replaceAll("") : said;
        }
        String link = LAST_OF_A_SENTENCE.matcher(said).replaceAll("");
        boolean closesMore = link.endsWith(")") && !link.contains("(");
        return closesMore ? link.substring(0, link.length() - 1) : link;
    }

    private static int bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8).length;
    }

    /** Without the value, which is part of a draft. */
    @Override
    public String toString() {
        return "Facet[" + kind + " " + start + "-" + end + "]";
    }
}
