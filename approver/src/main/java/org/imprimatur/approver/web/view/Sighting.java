package org.imprimatur.approver.web.view;

import java.util.Optional;

/**
 * One finding beside the text.
 *
 * @param label what its marks carry: a number in the text, a letter on a picture
 * @param kind what was seen, in words
 * @param quote the first marked words; empty when it concerns the draft as a whole, or a picture
 * @param picture number of the picture, from 1, on which it is marked
 * @param explanation one plain sentence
 * @param suggestion wording that would make it pass
 * @param citation the law or policy it rests on
 * @param severe whether its marks are shown as severe
 * @param home whether this is the place to which its marks lead; it may be listed under other rules too
 */
public record Sighting(
        String label,
        String kind,
        Optional<String> quote,
        Optional<Integer> picture,
        String explanation,
        Optional<String> suggestion,
        Optional<String> citation,
        boolean severe,
        boolean home) {

    Sighting elsewhere() {
        return new Sighting(label, kind, quote, picture, explanation, suggestion, citation, severe, false);
    }

    @Override
    public String toString() {
        return "Sighting[label=" + label + ", kind=" + kind + "]";
    }
}
