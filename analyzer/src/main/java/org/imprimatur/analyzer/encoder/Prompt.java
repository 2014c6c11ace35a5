package org.imprimatur.analyzer.encoder;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * A text and what it is to be read against, cut into pieces: start, text, end, context, end.
 *
 * <p>Arrays are shared and never changed.
 *
 * @param pieces numbers in the vocabulary
 * @param words for every piece the index of its word in the text; -1 for pieces that are not of the text
 * @param text how many pieces the first part has, marks of start and end included
 */
@SuppressWarnings("ArrayRecordComponent") // one per draft, on the hot path
public record Prompt(int[] pieces, int[] words, int text) {

    /** Longest text in pieces; a post of 280 characters has about 65. */
    static final int LONGEST_TEXT = 160;

    private static final int LONGEST_CONTEXT = 96;

    /** Prompts for all of a text, each with the context; a text that fits into one gives one. */
    static List<Prompt> all(Pieces vocabulary, List<String> text, List<String> context, int most) {
        List<Prompt> prompts = new ArrayList<>();
        int start = 0;
        do {
            Prompt prompt = of(vocabulary, text, start, context);
            prompts.add(prompt);
            start = Math.max(start + 1, prompt.words()[prompt.text() - 2] + 1);
        } while (start < text.size() && prompts.size() < most);
        return prompts;
    }

    private static Prompt of(Pieces vocabulary, List<String> text, int start, List<String> context) {
        int[] pieces = new int[LONGEST_TEXT + LONGEST_CONTEXT];
        int[] words = new int[pieces.length];
        Arrays.fill(words, -1);
        int size = 0;
        pieces[size++] = Pieces.START;
        for (int w = start; w < text.size() && size < LONGEST_TEXT - 1; w++) {
            int[] cut = cut(vocabulary, text.get(w));
            int fits = Math.min(cut.length, LONGEST_TEXT - 1 - size);
            System.arraycopy(cut, 0, pieces, size, fits);
            Arrays.fill(words, size, size + fits, w);
            size += fits;
        }
        pieces[size++] = Pieces.END;
        int first = size;
        if (!context.isEmpty()) {
            for (String word : context) {
                int[] cut = cut(vocabulary, word);
                int fits = Math.min(cut.length, first + LONGEST_CONTEXT - 1 - size);
                System.arraycopy(cut, 0, pieces, size, fits);
                size += fits;
            }
            pieces[size++] = Pieces.END;
        }
        return new Prompt(Arrays.copyOf(pieces, size), Arrays.copyOf(words, size), first);
    }

    private static int[] cut(Pieces vocabulary, String word) {
        IntStream.Builder cut = IntStream.builder();
        vocabulary.cut(word, cut);
        return cut.build().toArray();
    }

    @Override
    public String toString() {
        return "Prompt[" + pieces.length + " pieces]";
    }
}
