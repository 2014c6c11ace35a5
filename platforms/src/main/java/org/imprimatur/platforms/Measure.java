package org.imprimatur.platforms;

import com.twitter.twittertext.TwitterTextParser;
import java.nio.charset.StandardCharsets;

/** The ways to count that need no settings. */
public enum Measure implements Counting {
    /** What a person takes for one character: extended grapheme clusters of Unicode Standard Annex 29. */
    GRAPHEMES("characters") {
        @Override
        public int count(String text) {
            return Graphemes.of(text).size();
        }
    },
    /** The size in UTF-8. */
    UTF8_BYTES("bytes") {
        @Override
        public int count(String text) {
            return text.getBytes(StandardCharsets.UTF_8).length;
        }
    },
    /** The strictest one, for platforms that do not say how they count. */
    UTF16_UNITS("characters") {
        @Override
        public int count(String text) {
            return text.length();
        }
    },
    /** X: every link 23; an emoji, and whatever is beyond the first alphabets, 2; measured by X's own library. */
    X_WEIGHTED("characters as X weighs them") {
        @Override
        public int count(String text) {
            return TwitterTextParser.parseTweet(text).weightedLength;
        }
    },
    /** Threads: an emoji counts as many as its bytes in UTF-8, everything else by code points. */
    THREADS("characters as Threads counts them") {
        @Override
        public int count(String text) {
            return Graphemes.of(text).stream()
                    .mapToInt(
                            one -> Graphemes.isEmoji(one) ? UTF8_BYTES.count(one) : one.codePointCount(0, one.length()))
                    .sum();
        }
    };

    private final String unit;

    Measure(String unit) {
        this.unit = unit;
    }

    @Override
    public String unit() {
        return unit;
    }
}
