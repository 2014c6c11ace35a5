package org.imprimatur.approver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Many people at once. The build tries a tenth of what the product promises; {@code -Dimprimatur.load=true} measures all
 * of it and holds it to its times, which only means something where the machine does nothing else.
 */
class CrowdTest {
    private static final boolean WHOLE = Boolean.getBoolean("imprimatur.load");
    private static final int STREAMS = WHOLE ? 500 : 50;
    private static final int REVIEWERS = WHOLE ? 100 : 10;
    private static final int CASES = WHOLE ? 1_000 : 100;
    private static final Duration REACHES_ALL = Duration.ofMillis(WHOLE ? 500 : 5_000);
    private static final Duration DECIDED = Duration.ofMillis(WHOLE ? 1_000 : 5_000);

    /** The first ones load classes and open connections. */
    private static final int WARM_UP = 3;

    private static final int ROUNDS = WHOLE ? 10 : 2;

    @TempDir
    private static Path folder;

    private static Crowd crowd;
    private static String auditor;

    /** What came of one decision, and how long its asker waited. */
    private record Outcome(String post, int status, String title, String detail, Duration took) {}

    @BeforeAll
    static void start() {
        crowd = new Crowd(folder);
        auditor = crowd.key("ines", "auditor");
    }

    @AfterAll
    static void stop() {
        crowd.close();
    }

    @Test
    void aDecisionReachesEveryOpenPageInHalfASecond() throws Exception {
        List<String> posts = crowd.hold("seen", CASES);
        String mira = crowd.key("mira", "reviewer");
        List<OpenPage> pages = new ArrayList<>();
        List<String> addresses = List.of(
                "/queue/live",
                "/queue/live",
                "/queue/live?severity=LOW",
                "/queue/live?show=free",
                "/queue/live?words=seen");
        List<String> cookies = IntStream.range(0, 5)
                .mapToObj(number -> crowd.session("reader-" + number))
                .toList();
        for (int i = 0; i < STREAMS; i++) {
            pages.add(crowd.open(
                    addresses.get(i % addresses.size()), cookies.get(i / addresses.size() % cookies.size())));
        }
        for (OpenPage page : pages) {
            assertThat(page.showing().await(120, TimeUnit.SECONDS)).isTrue();
        }
        List<Duration> slowest = new ArrayList<>();
        for (String post : posts.subList(0, WARM_UP + ROUNDS)) {
            slowest.add(untilAllShow(post, pages, mira));
        }
        System.out.printf("event=crowd_told streams=%d slowest_ms=%s%n", STREAMS, millis(slowest));
        assertThat(slowest.subList(WARM_UP, slowest.size())).allMatch(took -> took.compareTo(REACHES_ALL) < 0);
    }

    @Test
    void ofAllWhoDecideAtOnceOneDecidesEachCaseAndTheOthersHearWhy() throws Exception {
        List<String> posts = crowd.hold("crowd", CASES);
        List<String> keys = IntStream.range(0, REVIEWERS)
                .mapToObj(number -> crowd.key("reviewer-" + number, "reviewer"))
                .toList();
        List<Callable<List<Outcome>>> people = IntStream.range(0, REVIEWERS)
                .<Callable<List<Outcome>>>mapToObj(number -> () -> decide(number, keys.get(number), posts))
                .toList();
        ExecutorService threads = Executors.newFixedThreadPool(REVIEWERS);
        List<Outcome> outcomes = new ArrayList<>();
        long start = System.nanoTime();
        try {
            for (Future<List<Outcome>> person : threads.invokeAll(people)) {
                outcomes.addAll(person.get());
            }
        } finally {
            threads.shutdownNow();
        }
        Duration all = Duration.ofNanos(System.nanoTime() - start);
        List<Duration> times = outcomes.stream().map(Outcome::took).sorted().toList();
        Duration p99 = times.get(times.size() * 99 / 100);
        System.out.printf(
                "event=crowd_decided reviewers=%d decisions=%d all_ms=%d p50_ms=%d p99_ms=%d max_ms=%d%n",
                REVIEWERS,
                outcomes.size(),
                all.toMillis(),
                times.get(times.size() / 2).toMillis(),
                p99.toMillis(),
                times.get(times.size() - 1).toMillis());

        assertThat(outcomes.stream().filter(one -> one.status() == 200).map(Outcome::post))
                .containsExactlyInAnyOrderElementsOf(posts);
        assertThat(outcomes.stream().filter(one -> one.status() != 200))
                .hasSize(posts.size())
                .allMatch(one -> one.status() == 409
                        && !one.title().isBlank()
                        && !one.detail().isBlank());
        assertThat(posts).allMatch(CrowdTest::hasOneDecision);
        assertThat(p99).isLessThan(DECIDED);
    }

    /** Every person meets another one at each case, about at the same time; one approves and the other rejects. */
    private static List<Outcome> decide(int person, String key, List<String> posts) {
        List<Outcome> outcomes = new ArrayList<>();
        for (int i = person / 2; i < posts.size(); i += REVIEWERS / 2) {
            long start = System.nanoTime();
            HttpResponse<String> answer = crowd.decide(posts.get(i), key, person % 2 == 0 ? "approve" : "reject");
            Duration took = Duration.ofNanos(System.nanoTime() - start);
            var body = Crowd.json(answer);
            outcomes.add(new Outcome(
                    posts.get(i),
                    answer.statusCode(),
                    body.path("title").asText(),
                    body.path("detail").asText(),
                    took));
        }
        return outcomes;
    }

    private static boolean hasOneDecision(String post) {
        var history = Crowd.json(crowd.get("/v1/cases/" + post + "/history", auditor));
        long decisions = history.path("events").findValuesAsText("kind").stream()
                .filter(kind -> kind.equals("APPROVED") || kind.equals("REJECTED"))
                .count();
        return decisions == 1 && history.path("verified").asBoolean();
    }

    private static Duration untilAllShow(String post, List<OpenPage> pages, String key) {
        String sign = "\"case-" + post + "\"";
        pages.forEach(page -> page.watch(sign));
        long start = System.nanoTime();
        assertThat(crowd.decide(post, key, "approve").statusCode()).isEqualTo(200);
        await().atMost(Duration.ofSeconds(30))
                .pollInterval(Duration.ofMillis(20))
                .until(() -> pages.stream().allMatch(page -> page.told(sign).isPresent()));
        return Duration.ofNanos(pages.stream()
                        .mapToLong(page -> page.told(sign).orElseThrow())
                        .max()
                        .orElseThrow()
                - start);
    }

    private static List<Long> millis(List<Duration> times) {
        return times.stream().map(Duration::toMillis).toList();
    }
}
