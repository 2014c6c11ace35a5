package org.imprimatur.standalone.crash;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;

/**
 * Kills the program at random moments under load and counts what became of every acknowledged draft.
 *
 * <p>Arguments: jar, folder, seed, rounds, drafts of a round. Exit code 1 when a draft is lost, doubled or stuck.
 */
final class CrashMain {

    private static final Duration QUIET = Duration.ofSeconds(90);
    private static final Duration NOTHING_MORE = Duration.ofSeconds(3);
    private static final int LATEST_KILL_MILLIS = 4_000;
    private static final int FIRST_START_KILLS = 3;
    private static final int LATEST_FIRST_START_KILL_MILLIS = 20_000;

    private final Program program;
    private final Random random;
    private final int count;
    private final List<String> posts = new ArrayList<>();
    private final List<String> violations = new ArrayList<>();

    private CrashMain(Path jar, Path data, long seed, int count) throws IOException {
        this.random = new Random(seed);
        this.count = count;
        this.program = new Program(jar, data);
    }

    public static void main(String[] args) throws Exception {
        Path data = Path.of(args[1]);
        long seed = Long.parseLong(args[2]);
        System.out.printf("seed %d, folder %s%n", seed, data);
        Files.createDirectories(data.resolveSibling("."));
        CrashMain crash = new CrashMain(Path.of(args[0]), data, seed, Integer.parseInt(args[4]));
        Runtime.getRuntime().addShutdownHook(new Thread(crash.program::abandon));
        crash.firstStart();
        crash.rounds(Integer.parseInt(args[3]));
        crash.violations.forEach(System.out::println);
        System.out.println(crash.violations.isEmpty() ? "none lost, none twice, no orphan" : "VIOLATED");
        System.exit(crash.violations.isEmpty() ? 0 : 1);
    }

    /** The first start itself is killed, too: its samples must be there once, whenever that was. */
    private void firstStart() throws Exception {
        for (int kill = 0; kill < FIRST_START_KILLS; kill++) {
            int millis = random.nextInt(LATEST_FIRST_START_KILL_MILLIS);
            Thread.sleep(millis);
            noteBroker("first start", program.killAndSeeBrokerGone());
            System.out.printf("first start killed after %d ms%n", millis);
            program.begin();
        }
        program.awaitReady();
    }

    private void rounds(int rounds) throws Exception {
        System.out.println(
                "round  killed after  acknowledged by then  back after  acknowledged  published  held  wrong");
        for (int round = 1; round <= rounds; round++) {
            round(round);
        }
        Ledger ledger = quiet(List.copyOf(Ledger.read(program).drafts().keySet()));
        violations.addAll(ledger.violations(ledger.drafts().keySet()));
        noteBroker("orderly stop", program.stop());
    }

    private void round(int round) throws Exception {
        Load load = new Load(round, count);
        int millis = random.nextInt(LATEST_KILL_MILLIS);
        String key = program.key();
        var sending = load.send(program.address(), key);
        Thread.sleep(millis);
        noteBroker("round " + round, program.killAndSeeBrokerGone());
        sending.shutdownNow();
        int before = load.acknowledged().size();
        long began = System.nanoTime();
        program.begin();
        program.awaitReady();
        double back = (System.nanoTime() - began) / 1e9;
        load.sendAll(program.address(), key);
        List<String> mine = load.acknowledged().values().stream().distinct().toList();
        posts.addAll(mine);
        Ledger ledger = quiet(posts);
        List<String> wrong = ledger.violations(posts);
        if (mine.size() != count) {
            wrong.add("round " + round + ": " + count + " drafts became " + mine.size() + " posts");
        }
        violations.addAll(wrong);
        System.out.printf(
                Locale.ROOT,
                "%5d  %9d ms  %20d  %8.1f s  %12d  %9d  %4d  %5d%n",
                round,
                millis,
                before,
                back,
                mine.size(),
                ledger.published(mine),
                ledger.held(mine),
                wrong.size());
    }

    /** Waits until every post is published or held, and then whether something comes twice. */
    private Ledger quiet(List<String> wanted) throws IOException, InterruptedException {
        long deadline = System.nanoTime() + QUIET.toNanos();
        while (!Ledger.read(program).settled(wanted) && System.nanoTime() < deadline) {
            Thread.sleep(250);
        }
        Thread.sleep(NOTHING_MORE.toMillis());
        return Ledger.read(program);
    }

    private void noteBroker(String moment, boolean gone) {
        if (!gone) {
            violations.add(moment + ": the broker outlived the program");
        }
    }
}
