package org.imprimatur.publisher.connectors.linkedin;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** LinkedIn's "little text": a sign that has a meaning there cuts the text unless a backslash stands before it. */
final class LittleText {
    private static final Pattern TAG = Pattern.compile("(?:^|(?<=[\\s(]))[#＃]([\\p{L}\\p{N}_]+)");
    private static final Pattern SIGN = Pattern.compile("[\\\\|{}@\\[\\]()<>#*_~]");
    private static final Pattern TEMPLATE = Pattern.compile("\\{hashtag\\|\\\\?[#＃]\\|((?:\\\\.|[^}])*)\\}");
    private static final Pattern ESCAPED = Pattern.compile("\\\\(.)", Pattern.DOTALL);

    private LittleText() {}

    /** The same text with every sign escaped; hashtags stay hashtags. */
    static String of(String text) {
        StringBuilder little = new StringBuilder();
        Matcher tag = TAG.matcher(text);
        int done = 0;
        while (tag.find()) {
            little.append(escaped(text.substring(done, tag.start())));
            little.append("{hashtag|\\#|").append(escaped(tag.group(1))).append('}');
            done = tag.end();
        }
        return little.append(escaped(text.substring(done))).toString();
    }

    /** What the public reads. */
    static String read(String little) {
        String tags = TEMPLATE.matcher(little).replaceAll(found -> Matcher.quoteReplacement("\\#" + found.group(1)));
        return ESCAPED.matcher(tags).replaceAll("$1");
    }

    private static String escaped(String text) {
        return SIGN.matcher(text).replaceAll("\\\\$0");
    }
}
