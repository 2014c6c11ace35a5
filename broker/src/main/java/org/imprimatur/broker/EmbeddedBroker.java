package org.imprimatur.broker;

import java.io.IOException;
import java.io.OutputStream;
import java.lang.ProcessBuilder.Redirect;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;

/**
 * A running Apache Kafka broker on 127.0.0.1, with its data in a folder that outlives it.
 *
 * <p>It runs in a process of its own, which ends when this process ends, however this process ends. Everything that was
 * acknowledged before a kill is there after the next start on the same folder. Safe for use by many threads.
 */
public final class EmbeddedBroker implements AutoCloseable {

    private static final Duration LAST_ONE_LEAVES = Duration.ofSeconds(5);
    private static final Duration ORDERLY_STOP = Duration.ofSeconds(15);
    private static final Duration LOOK_AGAIN = Duration.ofMillis(50);

    private final BrokerFolder folder;
    private final int port;
    private final Process child;

    private EmbeddedBroker(BrokerFolder folder, int port, Process child) {
        this.folder = folder;
        this.port = port;
        this.child = child;
    }

    /**
     * Starts the broker and returns when it answers.
     *
     * @throws BrokerRefused when the folder is unwritable, in use or on a full disk, when the port is taken, and when
     *     the child process ended or did not answer in time
     */
    public static EmbeddedBroker start(BrokerSettings settings) {
        String classPath = BrokerClassPath.find();
        BrokerFolder folder = BrokerFolder.hold(settings.folder());
        try {
            int port = settings.port() == 0 ? freePort() : untilFree(settings.port());
            Path properties = folder.writeProperties(port, freePort());
            Path log = folder.log();
            Process child = launch(classPath, properties, folder.clusterId(), log);
            EmbeddedBroker broker = new EmbeddedBroker(folder, port, child);
            broker.awaitAnswer(settings.patience(), log);
            return broker;
        } catch (RuntimeException refused) {
            folder.close();
            throw refused;
        }
    }

    public String bootstrap() {
        return "127.0.0.1:" + port;
    }

    /** The process id of the child, for whoever wants to watch or to kill it. */
    public long pid() {
        return child.pid();
    }

    public boolean alive() {
        return child.isAlive();
    }

    /** Completes when the child has ended, whether it was asked to or not. */
    public CompletableFuture<Void> ended() {
        return child.onExit().thenAccept(gone -> {});
    }

    public Path log() {
        return folder.path().resolve("broker.log");
    }

    /** Stops the broker in order, or by force when it takes too long. A second call does nothing. */
    @Override
    public void close() {
        try (OutputStream pipe = child.getOutputStream()) {
            if (child.isAlive()) {
                pipe.write('.');
                pipe.flush();
                await(child, ORDERLY_STOP);
            }
        } catch (IOException alreadyGone) {
            // a broken pipe: the child has ended
        } finally {
            child.destroyForcibly();
            await(child, ORDERLY_STOP);
            folder.close();
        }
    }

    private static Process launch(String classPath, Path properties, String clusterId, Path log) {
        Path java = Path.of(System.getProperty("java.home"), "bin", "java");
        List<String> command = List.of(
                java.toString(),
                "-Xmx384m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-XX:+ExitOnOutOfMemoryError",
                "-Xshare:auto",
                "-Djava.awt.headless=true",
                "-Dlogback.configurationFile=org/imprimatur/broker/broker-logback.xml",
                "-cp",
                classPath,
                BrokerProcess.class.getName(),
                properties.toString(),
                clusterId);
        try {
            return new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(Redirect.appendTo(log.toFile()))
                    .start();
        } catch (IOException noProcess) {
            throw new BrokerRefused("The Kafka broker's process could not be started: " + noProcess.getMessage());
        }
    }

    private void awaitAnswer(Duration patience, Path log) {
        long deadline = System.nanoTime() + patience.toNanos();
        boolean answered = false;
        while (!answered && System.nanoTime() < deadline) {
            if (await(child, LOOK_AGAIN)) {
                throw new BrokerRefused("The Kafka broker ended while it started (exit code " + child.exitValue()
                        + "); its log is " + log + ".");
            }
            answered = listens() && answers();
        }
        if (!answered) {
            child.destroyForcibly();
            throw new BrokerRefused("The Kafka broker did not answer within " + patience.toSeconds()
                    + " seconds; its log is " + log + ".");
        }
    }

    /** Whether the port is open at all; asked first, since the client library logs a warning for every refusal. */
    private boolean listens() {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 500);
            return true;
        } catch (IOException notYet) {
            return false;
        }
    }

    private boolean answers() {
        Map<String, Object> client = Map.of(
                AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrap(),
                AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, 2_000,
                AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, 3_000);
        try (Admin admin = Admin.create(client)) {
            return !admin.describeCluster().nodes().get().isEmpty();
        } catch (ExecutionException notYet) {
            return false;
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new BrokerRefused("The start of the Kafka broker was interrupted.", interrupted);
        }
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException noPort) {
            throw new BrokerRefused("No free port could be found on 127.0.0.1.", noPort);
        }
    }

    /** A killed run's broker needs a moment to notice; another program on the port will still be there after it. */
    private static int untilFree(int port) {
        long deadline = System.nanoTime() + LAST_ONE_LEAVES.toNanos();
        do {
            try (ServerSocket socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
                return socket.getLocalPort();
            } catch (IOException taken) {
                pause();
            }
        } while (System.nanoTime() < deadline);
        throw new BrokerRefused(
                "Port " + port + " on 127.0.0.1 is taken by another program; choose another Kafka port.");
    }

    private static void pause() {
        try {
            TimeUnit.MILLISECONDS.sleep(LOOK_AGAIN.toMillis());
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new BrokerRefused("The start of the Kafka broker was interrupted.", interrupted);
        }
    }

    private static boolean await(Process process, Duration atMost) {
        try {
            process.onExit().get(atMost.toMillis(), TimeUnit.MILLISECONDS);
            return true;
        } catch (TimeoutException stillRunning) {
            return false;
        } catch (ExecutionException impossible) {
            throw new IllegalStateException(impossible);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return !process.isAlive();
        }
    }
}
