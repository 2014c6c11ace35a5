package org.imprimatur.publisher.crash;

import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.imprimatur.publisher.delivery.Capability;
import org.imprimatur.publisher.delivery.Outcome;
import org.imprimatur.publisher.delivery.Post;
import org.imprimatur.publisher.delivery.Receipt;
import org.imprimatur.publisher.worker.Connector;

/** Speaks with {@link FakePlatform}; waits no longer for an answer than a quarter of a second. */
final class CallingConnector implements Connector {
    private static final Duration TIMEOUT = Duration.ofMillis(250);

    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final String base;
    private final Set<Capability> capabilities;

    CallingConnector(String base, Set<Capability> capabilities) {
        this.base = base;
        this.capabilities = capabilities;
    }

    @Override
    public Set<Capability> capabilities() {
        return capabilities;
    }

    @Override
    public Outcome publish(Post post) {
        return ask(request(post).POST(HttpRequest.BodyPublishers.noBody()).build(), post);
    }

    @Override
    public Outcome find(Post post) {
        return ask(request(post).GET().build(), post);
    }

    private HttpRequest.Builder request(Post post) {
        return HttpRequest.newBuilder(URI.create(base + post.id().postId())).timeout(TIMEOUT);
    }

    private Outcome ask(HttpRequest request, Post post) {
        try {
            int status =
                    client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
            return switch (status) {
                case 200, 201 -> new Outcome.Ok(new Receipt(post.id().postId(), Optional.empty()));
                case 404 -> new Outcome.NotSent("it is not there");
                case 429 -> new Outcome.RateLimited(Instant.now());
                default -> new Outcome.Unknown("the platform answered " + status);
            };
        } catch (ConnectException never) {
            return new Outcome.NotSent("not reached");
        } catch (IOException broken) {
            return new Outcome.Unknown(broken.getClass().getSimpleName());
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return new Outcome.Unknown("stopped");
        }
    }
}
