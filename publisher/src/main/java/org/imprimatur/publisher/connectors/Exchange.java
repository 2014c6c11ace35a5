package org.imprimatur.publisher.connectors;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.net.ConnectException;
import java.net.UnknownHostException;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLHandshakeException;
import org.imprimatur.publisher.delivery.Outcome;

/**
 * Sends requests to a platform: blocks for a bounded time, follows no redirect, never repeats and throws nothing.
 *
 * <p>Only to read is a connection used again: one that was kept may be dead by now, and nobody could tell whether what
 * was sent on it had its effect.
 *
 * <p>A step that stopped says whether the request certainly was not sent, or may have had its effect.
 */
public final class Exchange {
    private static final int LONGEST_ANSWER = 4 << 20;
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final String platform;
    private final Duration timeout;
    private final HttpClient kept;

    /**
     * With a platform of this name.
     *
     * @param timeout for the connection, and for the answer after that
     */
    public Exchange(String platform, Duration timeout) {
        this.platform = platform;
        this.timeout = timeout;
        this.kept = connections(timeout);
    }

    /** The answer, whatever its status; a step that stopped when there was none. */
    public Step<Answer> send(HttpRequest.Builder request) {
        HttpRequest ready = request.timeout(timeout)
                .header("user-agent", "imprimatur")
                .header("accept", "application/json")
                .build();
        HttpClient client = ready.method().equals("GET") ? kept : connections(timeout);
        CompletableFuture<HttpResponse<byte[]>> asked =
                client.sendAsync(ready, head -> new BoundedBody(LONGEST_ANSWER));
        try {
            HttpResponse<byte[]> answer = asked.get(timeout.multipliedBy(2).toMillis(), TimeUnit.MILLISECONDS);
            return Step.went(new Answer(platform, answer.statusCode(), answer.headers(), json(answer.body())));
        } catch (TimeoutException late) {
            asked.cancel(true);
            return Step.stopped(tooLate());
        } catch (ExecutionException failed) {
            return Step.stopped(
                    unanswered(Optional.ofNullable(failed.getCause()).orElse(failed)));
        } catch (InterruptedException stopped) {
            asked.cancel(true);
            Thread.currentThread().interrupt();
            return Step.stopped(new Outcome.Unknown("stopped while waiting for " + platform));
        }
    }

    private static HttpClient connections(Duration timeout) {
        return HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .followRedirects(HttpClient.Redirect.NEVER)
                .connectTimeout(timeout)
                .build();
    }

    private Outcome unanswered(Throwable failure) {
        String kind = failure.getClass().getSimpleName();
        if (failure instanceof ConnectException
                || failure instanceof UnknownHostException
                || failure instanceof HttpConnectTimeoutException
                || failure instanceof SSLHandshakeException) {
            return new Outcome.NotSent(platform + " was not reached: " + kind);
        }
        return failure instanceof HttpTimeoutException
                ? tooLate()
                : new Outcome.Unknown("the connection to " + platform + " broke: " + kind);
    }

    private Outcome tooLate() {
        return new Outcome.Unknown(platform + " did not answer in time");
    }

    private static JsonNode json(byte[] body) {
        try {
            return JSON.readTree(new String(body, StandardCharsets.UTF_8));
        } catch (JsonProcessingException none) {
            return MissingNode.getInstance();
        }
    }
}
