package org.imprimatur.publisher.connectors;

import java.io.IOException;
import java.io.InputStream;
import java.net.ConnectException;
import java.net.URI;
import java.net.UnknownHostException;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.Set;
import javax.net.ssl.SSLHandshakeException;
import org.imprimatur.publisher.delivery.Capability;
import org.imprimatur.publisher.delivery.Outcome;
import org.imprimatur.publisher.delivery.Post;
import org.imprimatur.publisher.delivery.Publication;
import org.imprimatur.publisher.delivery.Receipt;
import org.imprimatur.publisher.delivery.Removal;
import org.imprimatur.publisher.worker.Connector;

/**
 * Hands posts to an HTTP endpoint of the organization's own, signed as Standard Webhooks 1.0 says.
 *
 * <p>The header {@code webhook-id} is the idempotency key: a receiver that keeps to the standard takes a repeat as one.
 */
public final class WebhookConnector implements Connector {
    /** What accounts of this connector name as their platform. */
    public static final String PLATFORM = "webhook";

    private static final String UNSIGNED = "the webhook's secret can't be read or is no whsec_ secret";

    private final URI endpoint;
    private final WebhookSecrets secrets;
    private final Duration timeout;
    private final InstantSource clock;
    private final HttpClient client;

    /**
     * A connector to {@code endpoint}.
     *
     * @param timeout for the connection, and for the answer after that
     */
    public WebhookConnector(URI endpoint, WebhookSecrets secrets, Duration timeout, InstantSource clock) {
        this.endpoint = endpoint;
        this.secrets = secrets;
        this.timeout = timeout;
        this.clock = clock;
        this.client = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .followRedirects(HttpClient.Redirect.NEVER)
                .connectTimeout(timeout)
                .build();
    }

    @Override
    public Set<Capability> capabilities() {
        return Set.of(Capability.REPEATS_ARE_HARMLESS);
    }

    @Override
    public Outcome publish(Post post) {
        HttpRequest request;
        try {
            request = signed(post.idempotencyKey(), PostJson.compact(post));
        } catch (IOException | IllegalArgumentException unsigned) {
            return new Outcome.NotSent(UNSIGNED);
        }
        return send(request, post);
    }

    @Override
    public Outcome find(Post post) {
        return new Outcome.Unknown("a webhook can't be asked");
    }

    /**
     * Tells the endpoint to take it down, under a {@code webhook-id} of its own and without any text, so that a receiver
     * that knows no take-downs can't take it for a post. 404 and 410 say that it is gone; a mere 2xx is no proof, since
     * nothing can be read back.
     */
    @Override
    public Removal takeDown(Publication publication) {
        HttpRequest request;
        try {
            request = signed(publication.idempotencyKey() + "-take-down", PostJson.takeDown(publication));
        } catch (IOException | IllegalArgumentException unsigned) {
            return new Removal.Unknown(UNSIGNED);
        }
        try {
            HttpResponse<InputStream> answer = client.send(request, HttpResponse.BodyHandlers.ofInputStream());
            answer.body().close(); // nothing in it counts, and it may never end
            return takenDown(answer);
        } catch (IOException broken) {
            return new Removal.Unknown(
                    "the webhook did not answer: " + broken.getClass().getSimpleName());
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return new Removal.Unknown("stopped while waiting for the webhook");
        }
    }

    private Removal takenDown(HttpResponse<?> answer) {
        int status = answer.statusCode();
        String said = "the webhook answered " + status;
        if (status >= 200 && status < 300) {
            return new Removal.Removed();
        }
        return switch (status) {
            case 404, 410 -> new Removal.Gone();
            case 429 -> new Removal.Later(RetryAfter.read(answer.headers().firstValue("retry-after"), clock.instant()));
            case 400, 405, 422, 501 -> new Removal.CannotDelete(said + " to a take-down");
            default -> new Removal.Unknown(said);
        };
    }

    private HttpRequest signed(String id, byte[] body) throws IOException {
        Instant now = clock.instant();
        return HttpRequest.newBuilder(endpoint)
                .timeout(timeout)
                .header("content-type", "application/json")
                .header("user-agent", "imprimatur")
                .header("webhook-id", id)
                .header("webhook-timestamp", Long.toString(now.getEpochSecond()))
                .header("webhook-signature", WebhookSignature.of(secrets.current(), id, now, body))
                .POST(HttpRequest.BodyPublishers.ofByteArray(body))
                .build();
    }

    private Outcome send(HttpRequest request, Post post) {
        try {
            HttpResponse<InputStream> answer = client.send(request, HttpResponse.BodyHandlers.ofInputStream());
            answer.body().close(); // nothing in it counts, and it may never end
            return classified(answer, post);
        } catch (ConnectException | UnknownHostException | HttpConnectTimeoutException | SSLHandshakeException never) {
            return new Outcome.NotSent(
                    "the webhook was not reached: " + never.getClass().getSimpleName());
        } catch (HttpTimeoutException late) {
            return new Outcome.Unknown("the webhook did not answer in time");
        } catch (IOException broken) {
            return new Outcome.Unknown(
                    "the connection to the webhook broke: " + broken.getClass().getSimpleName());
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return new Outcome.Unknown("stopped while waiting for the webhook");
        }
    }

    private Outcome classified(HttpResponse<?> answer, Post post) {
        int status = answer.statusCode();
        String said = "the webhook answered " + status;
        if (status >= 200 && status < 300) {
            return new Outcome.Ok(new Receipt(post.idempotencyKey(), Optional.empty()));
        }
        if (status == 401 || status == 403) {
            return new Outcome.Auth(said);
        }
        if (status == 429) {
            return new Outcome.RateLimited(
                    RetryAfter.read(answer.headers().firstValue("retry-after"), clock.instant()));
        }
        if (status >= 300 && status < 400) {
            return new Outcome.Rejected(said + ": redirects are not followed, name its target in the settings");
        }
        return status >= 400 && status < 500 ? new Outcome.Rejected(said) : new Outcome.Unknown(said);
    }
}
