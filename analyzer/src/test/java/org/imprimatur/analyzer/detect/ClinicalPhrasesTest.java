package org.imprimatur.analyzer.detect;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;
import org.imprimatur.analyzer.draft.Finding;
import org.imprimatur.analyzer.draft.FindingKind;
import org.junit.jupiter.api.Test;

/** The words of medicine are full of names: those of doctors long dead must not hold a note, those of patients must. */
class ClinicalPhrasesTest {

    @Test
    void atLeastNinetySevenInAHundredThatNameNobodyPass() {
        assertThat(share("clinical-phrases.txt", text -> !holds(text))).isGreaterThanOrEqualTo(0.97);
    }

    @Test
    void nearlyAllThatIdentifySomebodyAreHeld() {
        assertThat(share("clinical-identifiers.txt", ClinicalPhrasesTest::holds))
                .isGreaterThanOrEqualTo(0.985);
    }

    private static double share(String file, Predicate<String> good) {
        List<String> lines = lines(file);
        return (double) lines.stream().filter(good).count() / lines.size();
    }

    private static boolean holds(String text) {
        Screening screening = Samples.listless(text);
        return Detectors.all().stream()
                .flatMap(detector -> detector.detect(screening).stream())
                .anyMatch(ClinicalPhrasesTest::isGround);
    }

    private static boolean isGround(Finding finding) {
        return finding.confidence() >= 0.5 && finding.kind().group() != FindingKind.Group.FACT;
    }

    private static List<String> lines(String file) {
        try (InputStream in = Objects.requireNonNull(ClinicalPhrasesTest.class.getResourceAsStream(file))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .toList();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
