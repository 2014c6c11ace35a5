package org.imprimatur.analyzer.screen;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringReader;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.imprimatur.analyzer.adapters.Policies;
import org.imprimatur.analyzer.detect.Detectors;
import org.imprimatur.analyzer.judge.Judge;
import org.imprimatur.analyzer.judge.Watch;
import org.imprimatur.analyzer.wire.Profile;
import org.junit.jupiter.api.Test;

/**
 * Every thirtieth of the drafts, most of which the models were trained on. What they say of those is no measure of how good they are
 * (docs/model-card.md has that), but when it falls, something broke.
 */
class JudgedDraftsTest {

    private static final Path DRAFTS = Path.of("src/tables/drafts");
    private static final int EVERY = 30;
    private static final double HOLDS = 0.88;
    private static final double FALSE_HOLDS = 0.03;

    @Test
    void noFigureIsWorseThanItWasByMoreThanItsNoise() throws IOException {
        Tally tally = new Tally();
        Judge judge = new Judge(Detectors.all(), Watch.PATIENT);
        try (Stream<Path> files = Files.list(DRAFTS)) {
            for (Path file : files.filter(one -> one.toString().endsWith(".jsonl"))
                    .sorted()
                    .toList()) {
                add(judge, file, tally);
            }
        }

        assertThat(tally.holds().all()).isGreaterThan(150);
        assertThat(tally.holds().high()).as(tally.table("drafts")).isGreaterThan(HOLDS);
        assertThat(tally.falseHolds().low()).as(tally.table("drafts")).isLessThan(FALSE_HOLDS);
    }

    private static void add(Judge judge, Path file, Tally tally) throws IOException {
        List<String> all = Files.readAllLines(file);
        List<String> some = IntStream.range(0, all.size())
                .filter(i -> i % EVERY == 0)
                .mapToObj(all::get)
                .toList();
        Profile profile = Profile.read(Path.of(file.toString().replace(".jsonl", ".yaml")));
        List<Prediction> predictions = new ArrayList<>();
        new Archive(judge, Policies.healthcareUs(), profile, LocalDate.of(2026, 10, 1))
                .screen(
                        new BufferedReader(new StringReader(String.join("\n", some))),
                        new PrintWriter(Writer.nullWriter()),
                        new Archive.Listener() {
                            @Override
                            public void judged(Prediction prediction) {
                                predictions.add(prediction);
                            }

                            @Override
                            public void malformed(long line, String fault) {
                                throw new AssertionError("line " + line + " " + fault);
                            }
                        });
        for (int i = 0; i < some.size(); i++) {
            tally.add(Tally.Truth.parse(some.get(i)), predictions.get(i));
        }
    }
}
