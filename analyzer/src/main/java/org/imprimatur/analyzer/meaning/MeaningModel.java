package org.imprimatur.analyzer.meaning;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.zip.InflaterInputStream;

/** The models that come with the product, weighed together. Thread-safe; the same opinion of the same reading. */
public final class MeaningModel {

    private static final String TUNED = "encoder.z";
    private static final String WORDS = "holds.z";

    private final TunedModel tuned;
    private final LinearModel linear;
    private final Stack stack;

    private MeaningModel(TunedModel tuned, LinearModel linear, Stack stack) {
        this.tuned = tuned;
        this.linear = linear;
        this.stack = stack;
    }

    /** Loads the resources, which takes a part of a second; missing ones are a broken build. */
    public static MeaningModel trained() {
        try (DataInputStream words = resource(WORDS)) {
            return new MeaningModel(tuned(), LinearModel.read(words), Stack.read(words));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The encoder's part alone, for training. */
    public static TunedModel tuned() {
        try (DataInputStream in = resource(TUNED)) {
            return TunedModel.read(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What to think of a reading; total. */
    @SuppressWarnings("EnumOrdinal") // the model's file has the grounds and tellings in their order
    public Opinion opinion(Reading reading, Evidence evidence) {
        TunedModel.Signals signals = tuned.signals(reading);
        LinearModel.Score words = linear.read(reading);
        double[] inputs = Stack.inputs(signals.hold(), signals.grounds(), words.score(), reading, evidence);
        Map<Ground, Double> grounds = new EnumMap<>(Ground.class);
        for (Ground ground : Ground.values()) {
            grounds.put(ground, Stack.logistic(signals.grounds()[ground.ordinal()]));
        }
        if (reading.context().isEmpty()) {
            grounds.put(Ground.PROTOCOL_CONTRADICTION, 0.0); // there is nothing that it could contradict
        }
        List<Opinion.Told> told = new ArrayList<>();
        for (int word = 0; word < signals.words().length; word++) {
            for (Telling what : Telling.values()) {
                if (signals.words()[word][what.ordinal()] >= 0) {
                    told.add(new Opinion.Told(word, what));
                }
            }
        }
        return new Opinion(stack.confidence(inputs), grounds, words.sentence(), told, signals.complete());
    }

    private static DataInputStream resource(String name) {
        InputStream resource = MeaningModel.class.getResourceAsStream(name);
        if (resource == null) {
            throw new IllegalStateException("no resource " + name);
        }
        return new DataInputStream(new BufferedInputStream(new InflaterInputStream(resource)));
    }
}
