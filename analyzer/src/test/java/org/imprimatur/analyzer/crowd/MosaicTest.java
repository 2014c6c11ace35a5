package org.imprimatur.analyzer.crowd;

import static org.assertj.core.api.Assertions.assertThat;
import static org.imprimatur.analyzer.crowd.Prairie.AROUND;
import static org.imprimatur.analyzer.crowd.Prairie.portrait;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class MosaicTest {

    private static final Instant NOW = Instant.parse("2026-10-01T12:00:00Z");

    @Test
    void twoHarmlessPostsTogetherSingleSomebodyOut() {
        Portrait draft = portrait("He got a new knee and walks his dog again.");

        Optional<Mosaic.Whole> whole =
                Mosaic.of(draft, List.of(earlier("p-1", "A man from Ashgrove with a new knee")), AROUND);

        assertThat(whole).hasValueSatisfying(together -> {
            assertThat(together.posts()).containsExactly("p-1");
            assertThat(together.fit().isFew()).isTrue();
            assertThat(together.fit().sentence()).contains("Ashgrove");
        });
    }

    @Test
    void postsThatContradictEachOtherTellOfTwoPeople() {
        Portrait draft = portrait("He got a new knee and walks his dog again.");

        assertThat(Mosaic.of(draft, List.of(earlier("p-1", "A woman from Ashgrove with a new knee")), AROUND))
                .isEmpty();
        assertThat(Mosaic.of(
                        portrait("A 40-year-old man got a new knee."),
                        List.of(earlier("p-1", "A 70-year-old man from Ashgrove with a new knee")),
                        AROUND))
                .isEmpty();
    }

    @Test
    void whatIsCommonJoinsNoPosts() {
        Portrait draft = portrait("He lives with asthma.");

        assertThat(Mosaic.of(draft, List.of(earlier("p-1", "A man from Two Larks with asthma, a mayor")), AROUND))
                .isEmpty();
    }

    @Test
    void aDraftThatSinglesOutAloneNeedsNoOtherPost() {
        Portrait draft = portrait("The mayor from Ashgrove got a new knee.");

        assertThat(Crowd.fitting(draft).isFew()).isTrue();
        assertThat(Mosaic.of(draft, List.of(earlier("p-1", "The mayor got a new knee")), AROUND))
                .isEmpty();
    }

    @Test
    void anEarlierPostThatAddsNothingIsNotNamed() {
        Portrait draft = portrait("He got a new knee.");
        List<Earlier> posts = List.of(
                earlier("p-1", "He got a new knee."),
                earlier("p-2", "A 67-year-old man from Ashgrove with a new knee"));

        assertThat(Mosaic.of(draft, posts, AROUND))
                .hasValueSatisfying(whole -> assertThat(whole.posts()).containsExactly("p-2"));
    }

    @Test
    void theOrderInWhichPostsAreKeptDoesNotMatter() {
        Portrait draft = portrait("He got a new knee.");
        Earlier one = earlier("p-1", "A man from Ashgrove with a new knee");
        Earlier other = earlier("p-2", "A widower with a new knee");

        assertThat(Mosaic.of(draft, List.of(one, other), AROUND))
                .isPresent()
                .isEqualTo(Mosaic.of(draft, List.of(other, one), AROUND));
    }

    @Test
    void readersRememberNinetyDays() {
        Earlier earlier = new Earlier("main", "p-1", NOW, Portrait.EMPTY);

        assertThat(earlier.reaches(NOW)).isTrue();
        assertThat(earlier.reaches(NOW.plus(Duration.ofDays(89)))).isTrue();
        assertThat(earlier.reaches(NOW.plus(Duration.ofDays(90)))).isFalse();
        assertThat(earlier.reaches(NOW.minusSeconds(1))).isFalse();
    }

    private static Earlier earlier(String id, String text) {
        return new Earlier("main", id, NOW, portrait(text));
    }
}
