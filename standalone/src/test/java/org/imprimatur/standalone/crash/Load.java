package org.imprimatur.standalone.crash;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;

/** Drafts of one round, half of them clean, sent by several threads, each under its own idempotency key. */
final class Load {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int THREADS = 8;

    private final HttpClient client = HttpClient.newHttpClient();
    private final int round;
    private final int count;
    private final Map<String, String> acknowledged = new ConcurrentHashMap<>();

    Load(int round, int count) {
        this.round = round;
        this.count = count;
    }

    /** Sends what is not acknowledged yet, each once; returns a handle that is done when all have been tried. */
    ExecutorService send(URI address, String key) {
        ExecutorService threads = Executors.newFixedThreadPool(THREADS);
        remaining().forEach(number -> threads.execute(() -> send(address, key, number)));
        threads.shutdown();
        return threads;
    }

    /** Sends until everything is acknowledged. */
    void sendAll(URI address, String key) throws InterruptedException {
        for (int attempt = 0; attempt < 20 && !remaining().isEmpty(); attempt++) {
            if (!send(address, key).awaitTermination(2, TimeUnit.MINUTES)) {
                throw new IllegalStateException("drafts were not answered within two minutes");
            }
        }
        if (!remaining().isEmpty()) {
            throw new IllegalStateException(remaining().size() + " drafts were never acknowledged");
        }
    }

    /** Post ids by idempotency key. */
    Map<String, String> acknowledged() {
        return acknowledged;
    }

    private List<Integer> remaining() {
        return IntStream.range(0, count)
                .filter(number -> !acknowledged.containsKey(name(number)))
                .boxed()
                .toList();
    }

    private void send(URI address, String key, int number) {
        HttpRequest request = HttpRequest.newBuilder(address.resolve("/v1/drafts"))
                .timeout(Duration.ofSeconds(20))
                .header("Authorization", "Bearer " + key)
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", name(number))
                .POST(BodyPublishers.ofString(body(number)))
                .build();
        try {
            HttpResponse<String> answer = client.send(request, BodyHandlers.ofString());
            if (answer.statusCode() == 202 || answer.statusCode() == 200) {
                acknowledged.put(
                        name(number),
                        JSON.readTree(answer.body()).path("postId").asText());
            } else if (answer.statusCode() != 503) {
                System.err.println("draft " + name(number) + " got " + answer.statusCode() + " " + answer.body());
            }
        } catch (IOException killed) {
            // not acknowledged: it is sent again under the same key
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private String name(int number) {
        return "crash-" + round + "-" + number;
    }

    private String body(int number) {
        String text = number % 2 == 0
                ? "Our lab is open on Saturdays from 8 to noon. Notice " + round + "." + number + "."
                : "The patient with MRN 0048" + (10_000 + round * 1000 + number) + " left a coat in room 412.";
        return JSON.createObjectNode()
                .put("account", "larkspur-main")
                .put("text", text)
                .toString();
    }
}
