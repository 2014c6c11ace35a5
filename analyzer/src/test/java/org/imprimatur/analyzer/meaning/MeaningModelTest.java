package org.imprimatur.analyzer.meaning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class MeaningModelTest {

    private static final double[] NO_GROUNDS = new double[Ground.values().length];

    private static final MeaningModel MODEL = MeaningModel.trained();
    private static final String GUARD = "The crossing guard walked out of our doors after weeks on the ventilator.";

    @Test
    void theSameReadingGetsTheSameOpinionFromAModelLoadedAgain() {
        Reading reading = post("The farmer rang the bell today.", "Keep praying for his wife.");

        assertThat(opinion(MeaningModel.trained(), reading)).isEqualTo(opinion(MODEL, reading));
    }

    @Test
    void threadsThatReadAtOnceDoNotDisturbEachOther() {
        Reading reading = post(GUARD);
        Opinion alone = opinion(MODEL, reading);

        assertThat(IntStream.range(0, 32)
                        .parallel()
                        .mapToObj(i -> opinion(MODEL, i % 2 == 0 ? reading : post("Flu shots are free on Saturday.")))
                        .filter(opinion -> opinion.equals(alone)))
                .hasSize(16);
    }

    @Test
    void theSentenceThatTellsOfSomebodyWeighsMost() {
        Reading reading = post("Flu shots are free for everybody this Saturday.", GUARD, "Thank you for reading.");

        assertThat(opinion(MODEL, reading).sentence()).isEqualTo(1);
    }

    @Test
    void aCueSpeaksForHoldingAndNoneSpeaksAgainstIt() {
        Reading reading = post("Our doctors are the best in the state.");
        double alone = opinion(MODEL, reading).confidence();

        assertThat(Stream.of(Ground.values())
                        .map(ground -> new Evidence(Set.of(ground), Set.of()))
                        .map(cue -> MODEL.opinion(reading, cue).confidence()))
                .allMatch(confidence -> confidence >= alone)
                .anyMatch(confidence -> confidence > alone);
    }

    @Test
    void atTheThresholdTheConfidenceIsOneHalf() {
        float[] weights = new float[Stack.INPUTS];
        weights[0] = 2;
        Stack stack = Stack.of(weights, 0.5f, 1.5f);

        assertThat(stack.confidence(Stack.inputs(0.5, NO_GROUNDS, 9, post(), Evidence.NONE)))
                .isEqualTo(0.5);
        assertThat(stack.confidence(Stack.inputs(1, NO_GROUNDS, 0, post(), Evidence.NONE)))
                .isGreaterThan(0.5);
        assertThat(stack.confidence(Stack.inputs(-1_000, NO_GROUNDS, 0, post(), Evidence.NONE)))
                .isBetween(0.0, 0.01);
    }

    @Test
    void moreIsAskedOfAStrangersTextUnlessItTellsAboutSomebody() {
        float[] weights = new float[Stack.INPUTS];
        weights[2] = -4;
        Stack stack = Stack.of(weights, 0, 0);
        double[] story = new double[Ground.values().length];
        story[Stack.GROUNDS.indexOf(Ground.TESTIMONIAL_WITHOUT_AUTHORIZATION)] = 20;

        assertThat(stack.confidence(Stack.inputs(0, NO_GROUNDS, 0, post(), Evidence.NONE)))
                .isEqualTo(0.5);
        for (boolean linksElsewhere : new boolean[] {false, true}) {
            assertThat(stack.confidence(Stack.inputs(0, NO_GROUNDS, 0, strange(linksElsewhere), Evidence.NONE)))
                    .isLessThan(0.3);
            assertThat(stack.confidence(Stack.inputs(0, story, 0, strange(linksElsewhere), Evidence.NONE)))
                    .isGreaterThan(0.49);
        }
    }

    private static Reading strange(boolean linksElsewhere) {
        return new Reading(false, linksElsewhere, true, List.of(), List.of(), List.of());
    }

    @Test
    void aReadingWithoutWordsIsNotHeld() {
        assertThat(opinion(MODEL, post()).holds()).isFalse();
        assertThat(opinion(MODEL, post("", " ")).holds()).isFalse();
    }

    @Test
    void anyStringGetsAnOpinion() {
        Random random = new Random(7);
        for (int round = 0; round < 200; round++) {
            StringBuilder text = new StringBuilder();
            int length = random.nextInt(60);
            for (int i = 0; i < length; i++) {
                text.append((char) random.nextInt(0x10000));
            }

            Opinion opinion = opinion(MODEL, post(text.toString(), "\ud800"));

            assertThat(opinion.confidence()).isBetween(0.0, 1.0);
            assertThat(opinion.sentence()).isBetween(0, 1);
        }
    }

    @Test
    @Timeout(60)
    void aTextThatIsTooLongIsReadInBoundedTimeAndSaysSo() {
        Random random = new Random(7);
        StringBuilder text = new StringBuilder();
        while (text.length() < 40_000) {
            text.append((char) ('a' + random.nextInt(26))).append(random.nextInt(5) == 0 ? " " : "");
        }
        Reading reading = post(text.toString());

        long start = System.nanoTime();
        Opinion opinion = opinion(MODEL, reading);

        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(20));
        assertThat(opinion.complete()).isFalse();
        assertThat(opinion(MODEL, post(GUARD)).complete()).isTrue();
    }

    @Test
    void whatIsToldAtTheEndOfALongTextIsRead() {
        String[] sentences = new String[60];
        Arrays.fill(sentences, "Flu shots are free for everybody this Saturday.");
        Opinion plain = opinion(MODEL, post(sentences));
        sentences[59] = GUARD;

        assertThat(opinion(MODEL, post(sentences)).confidence()).isGreaterThan(plain.confidence());
    }

    @Test
    void aModelThatLacksWeightsIsRefused() {
        Weights few = Weights.of(new double[2], 0);

        assertThatThrownBy(() -> LinearModel.of(new byte[Features.BUCKETS], few))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Stack.of(new float[2], 0, 0)).isInstanceOf(IllegalArgumentException.class);
    }

    private static Opinion opinion(MeaningModel model, Reading reading) {
        return model.opinion(reading, Evidence.NONE);
    }

    private static Reading post(String... sentences) {
        List<Reading.Word> words = new ArrayList<>();
        for (int s = 0; s < sentences.length; s++) {
            for (String word : sentences[s].split(" ", -1)) {
                words.add(new Reading.Word(word, words.size(), words.size() + 1, s));
            }
        }
        List<String> lower = Arrays.stream(sentences)
                .map(sentence -> sentence.toLowerCase(Locale.ROOT))
                .toList();
        return new Reading(false, false, false, lower, words, List.of());
    }
}
