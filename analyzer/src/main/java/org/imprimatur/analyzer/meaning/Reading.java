package org.imprimatur.analyzer.meaning;

import java.util.List;

/**
 * A draft as the model reads it.
 *
 * @param linksElsewhere whether it links to a page that is not the organization's own or a known one
 * @param nobodys whether nothing is known of the organization, so that it may be anybody's text
 * @param sentences in lower case, with every own name, number and link replaced by a stand-in such as {@code zstaff}
 * @param words the draft word by word, with plain words such as {@code our hospital} for own names
 * @param context what the draft answers, and the organization's own sentence on the same matter; empty for neither
 */
public record Reading(
        boolean reply,
        boolean linksElsewhere,
        boolean nobodys,
        List<String> sentences,
        List<Word> words,
        List<String> context) {

    /**
     * A word, or what stands in for several.
     *
     * @param start first of the draft's tokens
     * @param end one past the last of them
     */
    public record Word(String text, int start, int end, int sentence) {

        @Override
        public String toString() {
            return "Word[" + start + ".." + end + "]";
        }
    }

    public Reading {
        sentences = List.copyOf(sentences);
        words = List.copyOf(words);
        context = List.copyOf(context);
    }

    @Override
    public String toString() {
        return "Reading[" + sentences.size() + " sentences]";
    }
}
