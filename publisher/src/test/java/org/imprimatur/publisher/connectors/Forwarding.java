package org.imprimatur.publisher.connectors;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.imprimatur.publisher.connectors.LoopbackServer.Request;
import org.imprimatur.publisher.connectors.LoopbackServer.Response;

/** Answers as a real server does, by asking it: so a {@link LoopbackServer} in front of it can lose its answers. */
public final class Forwarding implements Function<Request, Response> {
    private static final List<String> HEADERS = List.of("authorization", "content-type", "idempotency-key");

    private final URI server;

    public Forwarding(URI server) {
        this.server = server;
    }

    /**
     * On a connection of its own, since some servers close it without a word; with HTTP/1.1, since some take an offer of
     * HTTP/2 for one of a socket, and hang up.
     */
    public static HttpResponse<String> asked(HttpRequest.Builder request) throws IOException, InterruptedException {
        return HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .build()
                .send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    @Override
    public Response apply(Request request) {
        String query = request.query().entrySet().stream()
                .map(pair -> pair.getKey() + "=" + URLEncoder.encode(pair.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&", request.query().isEmpty() ? "" : "?", ""));
        HttpRequest.Builder same = HttpRequest.newBuilder(URI.create(server + request.path() + query))
                .method(request.method(), HttpRequest.BodyPublishers.ofByteArray(request.bytes()));
        HEADERS.stream()
                .filter(name -> !request.header(name).isEmpty())
                .forEach(name -> same.header(name, request.header(name)));
        try {
            HttpResponse<String> answer = asked(same);
            return new Response(answer.statusCode(), Map.of(), answer.body());
        } catch (IOException | InterruptedException failure) {
            throw new IllegalStateException(failure);
        }
    }
}
