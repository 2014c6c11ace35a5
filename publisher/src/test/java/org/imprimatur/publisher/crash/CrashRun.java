package org.imprimatur.publisher.crash;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.imprimatur.publisher.Samples;
import org.imprimatur.publisher.delivery.Delivery;
import org.imprimatur.publisher.delivery.Stage;
import org.imprimatur.schemas.avro.DeliveryCommandKind;

/** Kills a publisher at seeded points of its deliveries, and counts what the public saw. */
final class CrashRun implements AutoCloseable {
    private static final int ACCOUNTS = 8;
    private static final int LATEST_KILL_MILLIS = 6_000;
    private static final int PATIENCE_SECONDS = 20;

    /** Where a publisher is killed. */
    private enum Point {
        /** Some time after its start, perhaps before it did anything. */
        ANY_TIME,
        /** The platform has the request and has done nothing yet. */
        REQUEST_CAME,
        /** It is public, and the caller has not heard. */
        WENT_LIVE,
        /** The answer is on its way. */
        ANSWERED
    }

    private final Random random;
    private final Path folder;
    private final FakePlatform platform;
    private final CrashLog log;
    private final List<String> posts = new ArrayList<>();
    private final Map<Point, Integer> kills = new LinkedHashMap<>();

    CrashRun(long seed, Path folder) throws IOException {
        this.random = new Random(seed);
        this.folder = folder;
        this.platform = new FakePlatform(seed);
        this.log = new CrashLog(folder.resolve("broker"));
        IntStream.range(0, ACCOUNTS)
                .forEach(number -> log.account(account(number), number % 2 == 0 ? Victim.CAREFUL : Victim.HARMLESS));
        log.policy("1");
    }

    /** Releases a part of the deliveries, starts a publisher and kills it, so often. */
    void kill(int times, int deliveries) throws Exception {
        for (int round = 0; round < times; round++) {
            int upTo = deliveries * (round + 1) / times;
            while (posts.size() < upTo) {
                release();
            }
            Point point = Point.values()[random.nextInt(Point.values().length)];
            Process victim = start();
            waitFor(point);
            victim.destroyForcibly().waitFor();
            platform.listener(new Trigger(new CountDownLatch(1), Point.ANY_TIME, 0));
            kills.merge(point, 1, Integer::sum);
        }
    }

    /** Lets a last publisher finish; a person settles what nobody can know. Answers how many that were. */
    int settle() throws Exception {
        Process last = start();
        int asked = 0;
        Instant end = Instant.now().plusSeconds(180);
        try {
            while (Instant.now().isBefore(end)) {
                Map<String, Delivery> newest = log.newest();
                List<Delivery> unknown = newest.values().stream()
                        .filter(d -> d.status().stage() == Stage.UNCONFIRMED)
                        .toList();
                unknown.forEach(this::look);
                asked += unknown.size();
                boolean isOver = posts.stream()
                        .allMatch(post -> Optional.ofNullable(newest.get(post))
                                .filter(d -> d.status().stage() == Stage.PUBLISHED)
                                .isPresent());
                if (isOver) {
                    return asked;
                }
                pause(unknown.isEmpty() ? 250 : 1_000);
            }
            throw new IllegalStateException("not published: "
                    + log.newest().values().stream()
                            .filter(d -> d.status().stage() != Stage.PUBLISHED)
                            .map(d -> d.id() + " " + d.status().stage())
                            .toList());
        } finally {
            last.destroyForcibly().waitFor();
        }
    }

    /** Posts that the public saw not once. */
    List<String> lost() {
        return posts.stream().filter(post -> platform.publications(post) == 0).toList();
    }

    /** Posts that the public saw more than once. */
    List<String> doubled() {
        return posts.stream().filter(post -> platform.publications(post) > 1).toList();
    }

    String figures(int asked) {
        return String.format(
                Locale.ROOT,
                "%d deliveries, kills %s, %d calls, %d publications, %d lost, %d doubled, %d asked of a person",
                posts.size(),
                kills,
                platform.calls(),
                platform.published(),
                lost().size(),
                doubled().size(),
                asked);
    }

    @Override
    public void close() {
        log.close();
        platform.close();
    }

    private void release() {
        String post = "post-" + posts.size();
        log.release(Samples.release(post, 1, account(posts.size() % ACCOUNTS)));
        posts.add(post);
    }

    private void look(Delivery unknown) {
        String post = unknown.id().postId();
        boolean there = platform.publications(post) > 0;
        DeliveryCommandKind kind = there ? DeliveryCommandKind.CONFIRM_LIVE : DeliveryCommandKind.CONFIRM_NOT_LIVE;
        log.ask(Samples.command(
                post + "-" + unknown.round(),
                post,
                kind,
                command -> command.setDeliveryId(unknown.id().text()).setUrl("https://example.org/" + post)));
    }

    private Process start() throws IOException {
        Path output = Files.createDirectories(folder).resolve("victim.log");
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-Xmx256m",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Victim.class.getName(),
                        log.bootstrap(),
                        log.registry().toString(),
                        folder.resolve("state").toString(),
                        platform.address())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(output.toFile()))
                .start();
    }

    private void waitFor(Point point) throws InterruptedException {
        if (point == Point.ANY_TIME) {
            pause(random.nextInt(LATEST_KILL_MILLIS));
            return;
        }
        CountDownLatch reached = new CountDownLatch(1);
        platform.listener(new Trigger(reached, point, random.nextInt(8)));
        int after = random.nextInt(40);
        if (reached.await(PATIENCE_SECONDS, TimeUnit.SECONDS) && point == Point.ANSWERED) {
            pause(after);
        }
    }

    private static void pause(int millis) throws InterruptedException {
        if (new CountDownLatch(1).await(millis, TimeUnit.MILLISECONDS)) {
            throw new IllegalStateException("nobody counts this down");
        }
    }

    private static String account(int number) {
        return "account-" + number;
    }

    /** Lets go at the given moment of a request, after some others. */
    private record Trigger(CountDownLatch reached, Point point, AtomicInteger others) implements FakePlatform.Moments {
        Trigger(CountDownLatch reached, Point point, int others) {
            this(reached, point, new AtomicInteger(others));
        }

        @Override
        public void came() {
            moment(Point.REQUEST_CAME);
        }

        @Override
        public void wentLive() {
            moment(Point.WENT_LIVE);
        }

        @Override
        public void answered() {
            moment(Point.ANSWERED);
        }

        private void moment(Point now) {
            if (now == point && others.getAndDecrement() <= 0) {
                reached.countDown();
            }
        }
    }
}
