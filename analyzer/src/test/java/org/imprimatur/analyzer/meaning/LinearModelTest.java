package org.imprimatur.analyzer.meaning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.imprimatur.analyzer.meaning.LinearModel.Curve;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class LinearModelTest {

    private static final LinearModel MODEL = LinearModel.trained();

    @Test
    void theSameReadingGetsTheSameOpinionFromAModelReadAgain() {
        Reading reading = post("the farmer from ztown rang the bell today", "keep praying for his wife");

        assertThat(LinearModel.trained().opinion(reading)).isEqualTo(MODEL.opinion(reading));
    }

    @Test
    void theSentenceThatTellsOfSomebodyWeighsMost() {
        Reading reading = post(
                "flu shots are free for everybody this saturday",
                "the crossing guard walked out of our doors after weeks on the ventilator",
                "thank you for reading");

        assertThat(MODEL.opinion(reading).sentence()).isEqualTo(1);
    }

    @Test
    void aLinkToSomebodyElsesPageAsksForMore() {
        List<String> sentences = List.of("the crossing guard walked out of our doors after weeks on the ventilator");

        assertThat(MODEL.opinion(new Reading(false, true, sentences)).confidence())
                .isLessThan(MODEL.opinion(new Reading(false, false, sentences)).confidence());
    }

    @Test
    void atTheThresholdTheConfidenceIsOneHalf() {
        Curve curve = new Curve(4, 0.4f);

        assertThat(curve.confidence(0.4f)).isEqualTo(0.5);
        assertThat(curve.confidence(0.5)).isGreaterThan(0.5).isLessThan(1);
        assertThat(curve.confidence(-1_000)).isBetween(0.0, 0.01);
    }

    @Test
    void aReadingWithoutWordsIsNotHeld() {
        assertThat(MODEL.opinion(post()).confidence()).isLessThan(0.5);
        assertThat(MODEL.opinion(post("", " ")).confidence()).isLessThan(0.5);
    }

    @Test
    void anyStringGetsAnOpinion() {
        Random random = new Random(7);
        for (int round = 0; round < 2_000; round++) {
            StringBuilder text = new StringBuilder();
            int length = random.nextInt(60);
            for (int i = 0; i < length; i++) {
                text.append((char) random.nextInt(0x10000));
            }
            Reading reading = new Reading(random.nextBoolean(), false, List.of(text.toString(), "\ud800"));

            Opinion opinion = MODEL.opinion(reading);

            assertThat(opinion.confidence()).isBetween(0.0, 1.0);
            assertThat(opinion.sentence()).isBetween(0, 1);
        }
    }

    @Test
    @Timeout(20)
    void twentyThousandCharactersTakeLessThanASecond() {
        Random random = new Random(7);
        StringBuilder text = new StringBuilder();
        while (text.length() < 20_000) {
            text.append((char) ('a' + random.nextInt(26))).append(random.nextInt(5) == 0 ? " " : "");
        }
        MODEL.opinion(post("warm up"));

        long start = System.nanoTime();
        MODEL.opinion(post(text.toString()));

        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(1));
    }

    @Test
    void aModelThatLacksWeightsIsRefused() {
        Weights few = Weights.of(new double[2], 0);

        assertThatThrownBy(() -> LinearModel.of(new byte[Features.BUCKETS], few, Map.of(), new Curve(1, 0)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static Reading post(String... sentences) {
        return new Reading(false, false, List.of(sentences));
    }
}
