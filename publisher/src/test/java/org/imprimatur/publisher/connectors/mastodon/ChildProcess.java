package org.imprimatur.publisher.connectors.mastodon;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import org.awaitility.core.ConditionTimeoutException;

/** Programs that run beside a test and end with it. */
final class ChildProcess implements AutoCloseable {
    /** Below those that systems give to connections on their own. */
    private static final int LOWEST_PORT = 20_000;

    private static final int HIGHEST_PORT = 32_000;
    private static final int MOST_LOG = 2_000;

    private final Process process;
    private final Path log;

    private ChildProcess(Process process, Path log) {
        this.process = process;
        this.log = log;
        Runtime.getRuntime().addShutdownHook(new Thread(process::destroy));
    }

    /** Runs on until it is closed; what it says goes to {@code log}. */
    static ChildProcess start(Path log, List<String> command) throws IOException {
        return new ChildProcess(
                new ProcessBuilder(command)
                        .redirectErrorStream(true)
                        .redirectOutput(log.toFile())
                        .start(),
                log);
    }

    /**
     * What a program says until it ends.
     *
     * @throws IOException when it fails
     */
    static String said(List<String> command, String input) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        process.outputWriter(StandardCharsets.UTF_8).append(input).close();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (process.waitFor() != 0) {
            throw new IOException(command.get(0) + " failed: " + said);
        }
        return said;
    }

    /** One that nobody listens on now. */
    static int freePort() {
        return ThreadLocalRandom.current()
                .ints(LOWEST_PORT, HIGHEST_PORT)
                .filter(ChildProcess::isFree)
                .findFirst()
                .orElseThrow();
    }

    /** Waits five minutes at most until it answers; tells the end of what it said when it does not. */
    void awaitUntil(Callable<Boolean> answers) throws IOException {
        try {
            await().atMost(5, TimeUnit.MINUTES).ignoreExceptions().until(() -> !process.isAlive() || answers.call());
        } catch (ConditionTimeoutException late) {
            close();
        }
        if (!process.isAlive()) {
            String said = Files.readString(log);
            throw new IOException("it did not start: " + said.substring(Math.max(0, said.length() - MOST_LOG)));
        }
    }

    @Override
    public void close() {
        process.destroy();
        process.onExit().completeOnTimeout(process, 10, TimeUnit.SECONDS).join();
        process.destroyForcibly();
    }

    private static boolean isFree(int port) {
        try (ServerSocket probe = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            return probe.isBound();
        } catch (IOException taken) {
            return false;
        }
    }
}
