package org.imprimatur.analyzer.encoder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class EncoderTest {

    private static final Encoder ENCODER = Encoder.with(List.of());

    @Test
    void wordsAreCutAsTheTokenizerOfTheModelCutsThem() {
        Prompt prompt = ENCODER.prompts(List.of("Hello,", "Zoë's", "anti-rejection", "medicine"), List.of(), 1)
                .get(0);

        assertThat(prompt.pieces()).containsExactly(101, 7592, 1010, 11199, 1005, 1055, 3424, 1011, 13893, 4200, 102);
        assertThat(prompt.words()).containsExactly(-1, 0, 0, 1, 1, 1, 2, 2, 2, 3, -1);
    }

    @Test
    void theContextIsASecondPartThatBelongsToNoWord() {
        Prompt prompt = ENCODER.prompts(List.of("hello"), List.of("world"), 1).get(0);

        assertThat(prompt.pieces()).containsExactly(101, 7592, 102, 2088, 102);
        assertThat(prompt.words()).containsExactly(-1, 0, -1, -1, -1);
        assertThat(prompt.text()).isEqualTo(3);
    }

    @Test
    void aLongTextIsReadInParts() {
        List<Prompt> prompts = ENCODER.prompts(Collections.nCopies(400, "hello"), List.of("world"), 9);

        assertThat(prompts).hasSize(3).allMatch(prompt -> prompt.pieces().length <= 162);
        assertThat(prompts.get(2).words()).contains(399);
        assertThat(ENCODER.prompts(Collections.nCopies(400, "hello"), List.of(), 2))
                .hasSize(2);
    }

    @Test
    void everyPieceGetsAVectorAndTheSameOneEachTime() {
        Prompt prompt = ENCODER.prompts(List.of("hello", "world"), List.of(), 1).get(0);

        assertThat(ENCODER.read(prompt)).hasSize(4 * Encoder.WIDTH).isEqualTo(ENCODER.read(prompt));
    }

    @Test
    void aTrainedTensorTakesThePlaceOfTheLibrarys() {
        Prompt prompt = ENCODER.prompts(List.of("hello", "world"), List.of(), 1).get(0);
        Tensor tensor = new Tensor(
                "encoder.layer.11.output.LayerNorm.weight",
                new long[] {Encoder.WIDTH},
                true,
                new byte[Encoder.WIDTH * Float.BYTES]);

        assertThat(Encoder.with(List.of(tensor)).read(prompt)).isNotEqualTo(ENCODER.read(prompt));
    }

    @Test
    void aTensorHasAsManyBytesAsItsShapeSays() {
        assertThatThrownBy(() -> new Tensor("a", new long[] {2, 3}, false, new byte[5]))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
