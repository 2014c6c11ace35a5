package org.imprimatur.analyzer.meaning;

import java.util.List;

/**
 * A draft as the model reads it.
 *
 * @param linksElsewhere whether it links to a page that is not the organization's own or a known one
 * @param sentences in lower case, with every own name, number and link replaced by a stand-in such as {@code zstaff}
 */
public record Reading(boolean reply, boolean linksElsewhere, List<String> sentences) {

    public Reading {
        sentences = List.copyOf(sentences);
    }

    @Override
    public String toString() {
        return "Reading[" + sentences.size() + " sentences]";
    }
}
