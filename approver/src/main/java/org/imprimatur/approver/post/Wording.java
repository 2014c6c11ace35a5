package org.imprimatur.approver.post;

import java.util.Map;

/**
 * What an edit says instead; everything else of the draft stays.
 *
 * @param text what shall go out
 * @param variants text for one platform in place of {@code text}, by platform name in lower case; a blank one takes the
 *     platform's variant away, and platforms that are not named keep theirs
 */
public record Wording(String text, Map<String, String> variants) {
    public Wording {
        variants = Map.copyOf(variants);
    }

    @Override
    public String toString() {
        return "Wording[text of " + text.length() + " chars, " + variants.size() + " variants]";
    }
}
