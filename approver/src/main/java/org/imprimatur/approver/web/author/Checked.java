package org.imprimatur.approver.web.author;

import java.util.List;
import java.util.Optional;
import org.imprimatur.approver.web.view.Why;

/**
 * What the engine says to a draft in writing.
 *
 * @param tone which look the headline has
 * @param headline such as “Would be held for 2 reasons”
 * @param detail who would decide, or what to do
 * @param why marks and reasons; empty when nothing was checked
 * @param offers other wording, one finding each
 */
public record Checked(Tone tone, String headline, String detail, Optional<Why> why, List<Offer> offers) {
    public Checked {
        offers = List.copyOf(offers);
    }

    /** How it ended. */
    public enum Tone {
        CLEAR,
        HELD,
        UNKNOWN;

        /** As a class name of the style sheet. */
        public String css() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }

    /**
     * Other wording for one finding.
     *
     * @param finding its index in the verdict
     * @param label what its marks carry
     * @param gone the words that would go
     * @param instead what would stand there; empty when they are left out
     */
    public record Offer(int finding, String label, String gone, String instead) {
        @Override
        public String toString() {
            return "Offer[finding=" + finding + "]";
        }
    }
}
