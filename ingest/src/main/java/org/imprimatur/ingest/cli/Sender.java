package org.imprimatur.ingest.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.imprimatur.kit.settings.Secret;

/** Sends one entry, and again under the same Idempotency-Key while the service can't take it. Safe for several threads. */
final class Sender {
    private static final Duration PER_REQUEST = Duration.ofSeconds(30);
    private static final Duration FIRST_PAUSE = Duration.ofMillis(200);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(5);
    private static final Set<Integer> LATER = Set.of(429, 502, 503, 504);
    private static final Set<Integer> FOR_ALL = Set.of(401, 403, 404, 405);
    private static final JsonMapper MAPPER = new JsonMapper();

    private final HttpClient client =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();
    private final URI drafts;
    private final Secret token;
    private final Duration patience;

    /**
     * Sends to the service at {@code url}.
     *
     * @param patience how long one entry is tried
     */
    Sender(URI url, Secret token, Duration patience) {
        this.drafts = URI.create(url.toString().replaceAll("/+$", "") + "/v1/drafts");
        this.token = token;
        this.patience = patience;
    }

    Delivery send(Entry.Post post) throws InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(drafts)
                .timeout(PER_REQUEST)
                .header("Authorization", "Bearer " + token.reveal())
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", post.key())
                .POST(BodyPublishers.ofString(Submissions.json(post.submission())))
                .build();
        long deadline = System.nanoTime() + patience.toNanos();
        Duration pause = FIRST_PAUSE;
        while (true) {
            Attempt attempt = attempt(request);
            if (attempt.delivery().isPresent()) {
                return attempt.delivery().get();
            }
            Duration wait = attempt.retryAfter().orElse(pause);
            if (System.nanoTime() + wait.toNanos() > deadline) {
                return new Delivery.Stopped(attempt.trouble());
            }
            Thread.sleep(wait.toMillis());
            pause = pause.multipliedBy(2).compareTo(LONGEST_PAUSE) < 0 ? pause.multipliedBy(2) : LONGEST_PAUSE;
        }
    }

    /** One try: its delivery, or what stood in the way and how long the service asks to wait. */
    private record Attempt(Optional<Delivery> delivery, String trouble, Optional<Duration> retryAfter) {
        static Attempt settled(Delivery delivery) {
            return new Attempt(Optional.of(delivery), "", Optional.empty());
        }
    }

    private Attempt attempt(HttpRequest request) throws InterruptedException {
        try {
            HttpResponse<String> response = client.send(request, BodyHandlers.ofString());
            int status = response.statusCode();
            JsonNode body = json(response.body());
            if (status == 200 || status == 202) {
                return Attempt.settled(new Delivery.Taken(body.path("postId").asText(), status == 200));
            }
            if (LATER.contains(status)) {
                Optional<Duration> asked = response.headers()
                        .firstValue("Retry-After")
                        .filter(text -> text.matches("\\d{1,4}"))
                        .map(text -> Duration.ofSeconds(Long.parseLong(text)));
                return new Attempt(Optional.empty(), "The service answers HTTP " + status + ". " + detail(body), asked);
            }
            if (FOR_ALL.contains(status)) {
                return Attempt.settled(
                        new Delivery.Stopped("The service answers HTTP " + status + ". " + detail(body)));
            }
            return Attempt.settled(new Delivery.Refused(reasons(status, body)));
        } catch (IOException e) {
            String trouble = "The service at %s can't be reached (%s)."
                    .formatted(drafts, e.getClass().getSimpleName());
            return new Attempt(Optional.empty(), trouble, Optional.empty());
        }
    }

    private static List<String> reasons(int status, JsonNode body) {
        List<String> reasons = new ArrayList<>();
        for (JsonNode error : body.path("errors")) {
            String field = error.path("pointer").asText().replaceFirst("^#/?", "");
            reasons.add(
                    (field.isEmpty() ? "" : field + ": ") + error.path("detail").asText());
        }
        return reasons.isEmpty() ? List.of("HTTP " + status + ". " + detail(body)) : reasons;
    }

    private static String detail(JsonNode body) {
        return body.path("detail").asText();
    }

    private static JsonNode json(String body) {
        try {
            return MAPPER.readTree(body);
        } catch (JsonProcessingException e) {
            return MAPPER.createObjectNode();
        }
    }
}
