package org.imprimatur.approver.readmodel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.imprimatur.approver.wire.Samples.MONDAY;

import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import org.imprimatur.approver.readmodel.QueueFilter.Facet;
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

    private static final int ROUNDS = 20;
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

    private static final List<String> SEARCHES =
            List.of("clinic", "flu shots", "sle", "p", "word-77", "heart our park", "no-such-word", "");
    private static final Optional<String> ANYBODY = Optional.empty();
    private static final Optional<String> ANYWHERE = Optional.empty();
    private static final QueueFilter OPEN = QueueFilter.all(50);

    private final Wire wire = Wire.inMemory();
    private final Samples samples = new Samples(wire);

    @Test
    void aSearchIsQuickHoweverCommonItsWordsAre() {
        try (MemoryRows rows = new MemoryRows(wire)) {
            fill(rows);
            ReadModel model = new ReadModel(rows, wire, new ReviewTargets(Duration.ofHours(4), Duration.ofHours(24)));
            for (String words : SEARCHES) {
                PostFilter posts = posts(words, ANYBODY, ANYWHERE, 0);
                assertQuick("posts with “" + words + "”", () -> model.posts(posts));
                assertQuick("open cases with “" + words + "”", () -> model.queue(OPEN.words(words)));
                assertQuick("how many open cases with “" + words + "”", () -> model.count(OPEN.words(words)));
            }
            assertQuick("an author's posts", () -> model.posts(posts("", Optional.of("olga"), ANYWHERE, 0)));
            assertQuick("nobody's posts with a word", () -> model.posts(posts("flu", Optional.of("x"), ANYWHERE, 0)));
            assertQuick("an account's posts", () -> model.posts(posts("flu", ANYBODY, Optional.of("outbox"), 0)));
            assertQuick("no account's posts", () -> model.posts(posts("flu", ANYBODY, Optional.of("x"), 0)));
            assertQuick("the ten thousandth post", () -> model.posts(posts("", ANYBODY, ANYWHERE, 10_000)));
            assertQuick("severe cases", () -> model.queue(OPEN.with(Facet.SEVERITY, "HIGH")));
            assertQuick("cases of a reason", () -> model.queue(OPEN.with(Facet.REASON, "PATIENT_IDENTIFIER")));
            assertQuick("cases of an account", () -> model.queue(OPEN.with(Facet.ACCOUNT, "outbox")));
            assertQuick("cases that somebody has to do with", () -> model.queue(OPEN.with(Facet.INVOLVING, "mira")));
            assertQuick("what is overdue", () -> model.queue(OPEN.dueBefore(MONDAY)));
            assertQuick("every case there ever was", () -> model.queue(OPEN.in(EnumSet.allOf(CaseState.class))));
            assertQuick("the counts of the queue", () -> model.counts("mira", Reach.EVERYTHING, MONDAY));
            assertQuick("an author's own posts", () -> model.postsOf("olga", Reach.EVERYTHING, 0, 50));
            assertQuick("the history of an account", () -> model.historyOfAccount("outbox", 0, 50));
        }
    }

    private static PostFilter posts(String words, Optional<String> author, Optional<String> account, int skip) {
        return new PostFilter(words, author, account, Optional.empty(), Optional.empty(), skip, 50);
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

    /** Nineteen of twenty are as quick as promised. */
    private static void assertQuick(String what, Runnable search) {
        List<Duration> times = IntStream.range(0, ROUNDS)
                .mapToObj(unused -> {
                    long start = System.nanoTime();
                    search.run();
                    return Duration.ofNanos(System.nanoTime() - start);
                })
                .sorted()
                .toList();
        Duration most = times.get(ROUNDS * 19 / 20 - 1);
        System.out.printf(
                "event=searched posts=%d p50_ms=%d p95_ms=%d what=\"%s\"%n",
                POSTS, times.get(ROUNDS / 2).toMillis(), most.toMillis(), what);
        assertThat(most).as("%s among %d", what, POSTS).isLessThan(PROMISED);
    }
}
