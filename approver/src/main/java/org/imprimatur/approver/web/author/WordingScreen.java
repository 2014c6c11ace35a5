package org.imprimatur.approver.web.author;

import java.util.Optional;
import org.imprimatur.approver.post.Unsent;
import org.imprimatur.approver.web.view.Frame;

/**
 * Other wording beside what the author wrote, before it is taken.
 *
 * @param unsent the draft in writing
 * @param diff word by word; empty when there is no other wording
 * @param wording the whole text as it would be
 * @param outlook what would still hold it
 */
public record WordingScreen(Frame frame, Unsent unsent, Optional<WordDiff> diff, String wording, String outlook) {
    public String key() {
        return unsent.key();
    }

    @Override
    public String toString() {
        return "WordingScreen[" + unsent + "]";
    }
}
