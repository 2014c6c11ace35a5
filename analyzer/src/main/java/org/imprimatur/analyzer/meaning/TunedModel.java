package org.imprimatur.analyzer.meaning;

import java.io.DataInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.imprimatur.analyzer.encoder.Encoder;
import org.imprimatur.analyzer.encoder.Prompt;
import org.imprimatur.analyzer.encoder.Tensor;

/** The encoder with its heads: what a whole text says. Thread-safe; the same answer to the same reading. */
public final class TunedModel {

    /** About 7,500 characters of prose; who reads more than that in a post? */
    private static final int MOST_PROMPTS = 12;

    private final Encoder encoder;
    private final Heads heads;

    private TunedModel(Encoder encoder, Heads heads) {
        this.encoder = encoder;
        this.heads = heads;
    }

    /**
     * What the encoder makes of a text; of a long one, what it makes of the worst part of it.
     *
     * @param hold score for holding
     * @param grounds a score for each {@link Ground}
     * @param words a score for each word of the reading and each {@link Telling}
     * @param complete false when the text is too long to be read to its end
     */
    @SuppressWarnings("ArrayRecordComponent") // read once and thrown away
    public record Signals(double hold, double[] grounds, double[][] words, boolean complete) {}

    /** Reads what training wrote: the number of tensors, the tensors, the heads. */
    static TunedModel read(DataInputStream in) throws IOException {
        int size = in.readInt();
        List<Tensor> tensors = new ArrayList<>(size);
        for (int i = 0; i < size; i++) {
            tensors.add(Tensor.read(in));
        }
        return new TunedModel(Encoder.with(tensors), Heads.read(in));
    }

    /** The words of a reading as the encoder takes them: the kind of draft goes before. */
    public static List<String> words(Reading reading) {
        List<String> words = new ArrayList<>(reading.words().size() + 1);
        words.add(reading.reply() ? "reply" : "post");
        reading.words().forEach(word -> words.add(word.text()));
        return words;
    }

    public Signals signals(Reading reading) {
        List<String> text = words(reading);
        List<Prompt> prompts = encoder.prompts(text, reading.context(), MOST_PROMPTS);
        double[] worst = new double[Heads.OUTPUTS];
        Arrays.fill(worst, Double.NEGATIVE_INFINITY);
        double[][] words = new double[reading.words().size()][];
        int read = 0;
        for (Prompt prompt : prompts) {
            float[] vectors = encoder.read(prompt);
            double[] whole = heads.whole(prompt, vectors);
            for (int i = 0; i < worst.length; i++) {
                worst[i] = Math.max(worst[i], whole[i]);
            }
            for (int piece = 1; piece < prompt.text() - 1; piece++) {
                int word = prompt.words()[piece] - 1;
                if (word >= 0 && words[word] == null) {
                    words[word] = heads.piece(piece, vectors);
                }
                read = Math.max(read, word + 1);
            }
        }
        for (int i = 0; i < words.length; i++) {
            words[i] = words[i] == null ? nothing() : words[i];
        }
        boolean complete = prompts.size() < MOST_PROMPTS || read >= words.length;
        return new Signals(worst[0], Arrays.copyOfRange(worst, 1, worst.length), words, complete);
    }

    private static double[] nothing() {
        double[] scores = new double[Heads.TELLINGS];
        Arrays.fill(scores, Double.NEGATIVE_INFINITY);
        return scores;
    }
}
