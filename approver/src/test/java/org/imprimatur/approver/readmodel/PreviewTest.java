package org.imprimatur.approver.readmodel;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PreviewTest {
    @Test
    void aShortTextStandsOnOneLine() {
        assertThat(Preview.of(" Come by.\n\nAll are  welcome. ")).isEqualTo("Come by. All are welcome.");
    }

    @Test
    void whatWasCutEndsInAnEllipsis() {
        assertThat(Preview.of("💙".repeat(200))).isEqualTo("💙".repeat(200));
        assertThat(Preview.of("💙".repeat(201))).isEqualTo("💙".repeat(200) + "…");
        assertThat(Preview.of("word ".repeat(50))).endsWith("word…");
    }
}
