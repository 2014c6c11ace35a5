package org.imprimatur.approver.web.view;

import java.util.Optional;

/**
 * One finding beside the text.
 *
 * @param number what marks in the text carry, from 1
 * @param kind what was seen, in words
 * @param quote the first marked words; empty when it concerns the draft as a whole
 * @param explanation one plain sentence
 * @param suggestion wording that would make it pass
 * @param citation the law or policy it rests on
 * @param severe whether its marks are shown as severe
 * @param home whether this is the place to which its marks lead; it may be listed under other rules too
 */
public record Sighting(
        int number,
        String kind,
        Optional<String> quote,
        String explanation,
        Optional<String> suggestion,
        Optional<String> citation,
        boolean severe,
        boolean home) {

    Sighting elsewhere() {
        return new Sighting(number, kind, quote, explanation, suggestion, citation, severe, false);
    }

    @Override
    public String toString() {
        return "Sighting[number=" + number + ", kind=" + kind + "]";
    }
}
