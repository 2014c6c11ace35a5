package org.imprimatur.approver.readmodel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.imprimatur.approver.wire.Samples.MONDAY;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.imprimatur.approver.wire.LivePost;
import org.imprimatur.approver.wire.Samples;
import org.imprimatur.schemas.Topics;
import org.imprimatur.schemas.wire.Wire;
import org.junit.jupiter.api.Test;

/**
 * How fast posts are found. The build looks at a few thousand; {@code -Dsearch.posts=200000} measures what the product
 * promises, a search in under 100 ms over 200,000 posts.
 */
class SearchTest {
    private static final int POSTS = Integer.getInteger("search.posts", 4_000);

    /** The promise is measured where the machine does nothing else; a build that shares its machine gets more time. */
    private static final Duration PROMISED = Duration.ofMillis(POSTS < 200_000 ? 1_000 : 100);

    private static final int ROUNDS = 15;
    private static final List<String> WORDS = List.of(
            "clinic",
            "flu",
            "shots",
            "friday",
            "visit",
            "our",
            "new",
            "team",
            "free",
            "screening",
            "harbor",
            "valley",
            "open",
            "today",
            "learn",
            "about",
            "sleep",
            "heart",
            "healthy",
            "recipes",
            "walk",
            "with",
            "us",
            "park");

    private final Wire wire = Wire.inMemory();
    private final Samples samples = new Samples(wire);

    @Test
    void aSearchIsQuickHoweverCommonItsWordsAre() {
        try (MemoryRows rows = new MemoryRows(wire)) {
            fill(rows);
            ReadModel model = new ReadModel(rows, wire, new ReviewTargets(Duration.ofHours(4), Duration.ofHours(24)));
            for (String words :
                    List.of("clinic", "flu shots", "sle", "word-77", "heart our park", "no-such-word", "")) {
                PostFilter filter = new PostFilter(
                        words, Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), 0, 50);
                assertThat(median(() -> model.posts(filter)))
                        .as("posts with “%s” among %d", words, POSTS)
                        .isLessThan(PROMISED);
                assertThat(median(() -> model.queue(QueueFilter.all(50).words(words))))
                        .as("open cases with “%s” among %d", words, POSTS)
                        .isLessThan(PROMISED);
            }
            assertThat(median(() -> model.counts("mira", Reach.EVERYTHING, MONDAY)))
                    .as("counts")
                    .isLessThan(PROMISED);
        }
    }

    /** One in a hundred is held, as where a policy is settled. */
    private void fill(MemoryRows rows) {
        Random random = new Random(1);
        rows.together(() -> {
            for (int i = 0; i < POSTS; i++) {
                String postId = "post-" + i;
                String text = sentence(random) + " word-" + i;
                rows.put(Topics.DRAFTS.name(), postId, samples.draft(postId, 1, text));
                if (i % 100 == 0) {
                    rows.put(Topics.VERDICTS.name(), postId, samples.verdict(postId, 1, text, "HOLD", 1));
                    new LivePost(wire, postId)
                            .held(samples.held(postId, 1, text, "HOLD", 1), MONDAY)
                            .forEach(event -> rows.put(Topics.REVIEW_EVENTS.name(), postId, event));
                }
            }
        });
    }

    private static String sentence(Random random) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < 25; i++) {
            text.append(WORDS.get(random.nextInt(WORDS.size()))).append(' ');
        }
        return text.toString();
    }

    private static Duration median(Runnable search) {
        List<Duration> times = java.util.stream.IntStream.range(0, ROUNDS)
                .mapToObj(unused -> {
                    long start = System.nanoTime();
                    search.run();
                    return Duration.ofNanos(System.nanoTime() - start);
                })
                .sorted()
                .toList();
        return times.get(ROUNDS / 2);
    }
}
