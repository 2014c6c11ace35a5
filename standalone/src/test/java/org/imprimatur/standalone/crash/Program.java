package org.imprimatur.standalone.crash;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/** The program under test: one folder and fixed ports, started and killed again and again. */
final class Program {

    private static final Duration START = Duration.ofSeconds(90);

    private final HttpClient client = HttpClient.newHttpClient();
    private final Path jar;
    private final Path data;
    private final int port = freePort();
    private final int kafkaPort = freePort();
    private final int registryPort = freePort();
    private Process process;
    private List<ProcessHandle> children = List.of();

    Program(Path jar, Path data) throws IOException {
        this.jar = jar;
        this.data = data;
        this.process = begin();
    }

    /** Starts it without waiting; what it prints goes to a file beside its folder. */
    Process begin() throws IOException {
        process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-jar",
                        jar.toString(),
                        "--data=" + data,
                        "--port=" + port,
                        "--kafka-port=" + kafkaPort,
                        "--registry-port=" + registryPort)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(output().toFile()))
                .start();
        return process;
    }

    /** Waits until the program says that it is ready, samples and all. */
    void awaitReady() throws IOException, InterruptedException {
        long deadline = System.nanoTime() + START.toNanos();
        while (!answers("/health/ready") || !Files.exists(data.resolve("first-start/samples"))) {
            if (!process.isAlive() || System.nanoTime() > deadline) {
                throw new IllegalStateException("the program did not start; see " + output());
            }
            Thread.sleep(100);
        }
        children = process.children().toList();
    }

    /** Ends it as a power cut would, and says whether its broker is gone soon after. */
    boolean killAndSeeBrokerGone() throws InterruptedException {
        children = process.children().toList();
        process.destroyForcibly().waitFor();
        long deadline = System.nanoTime() + Duration.ofSeconds(10).toNanos();
        while (children.stream().anyMatch(ProcessHandle::isAlive) && System.nanoTime() < deadline) {
            Thread.sleep(50);
        }
        return children.stream().noneMatch(ProcessHandle::isAlive);
    }

    /** Stops it as Ctrl-C does, and says whether its broker is gone with it. */
    boolean stop() throws InterruptedException {
        children = process.children().toList();
        process.destroy();
        process.waitFor();
        return children.stream().noneMatch(ProcessHandle::isAlive);
    }

    /** For the end of the test itself, however it ends. */
    void abandon() {
        process.destroyForcibly();
    }

    URI address() {
        return URI.create("http://127.0.0.1:" + port);
    }

    String bootstrap() {
        return "127.0.0.1:" + kafkaPort;
    }

    URI registry() {
        return URI.create("http://127.0.0.1:" + registryPort);
    }

    Path outbox() {
        return data.resolve("outbox");
    }

    /** The author's key from the sheet of the first start. */
    String key() throws IOException {
        return Files.readAllLines(data.resolve("first-sign-in.txt")).stream()
                .filter(line -> line.strip().startsWith("API key of "))
                .map(line -> line.substring(line.lastIndexOf(' ') + 1))
                .findFirst()
                .orElseThrow();
    }

    Path output() {
        return data.resolveSibling(data.getFileName() + ".out");
    }

    private boolean answers(String path) throws InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(address().resolve(path))
                .timeout(Duration.ofSeconds(5))
                .build();
        try {
            return client.send(request, BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException notYet) {
            return false;
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
