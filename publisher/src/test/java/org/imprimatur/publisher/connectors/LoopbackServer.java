package org.imprimatur.publisher.connectors;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** An HTTP server on this machine that a fake platform answers through; it can lose answers and overrule them. */
public final class LoopbackServer implements AutoCloseable {
    private final HttpServer server;
    private final Function<Request, Response> platform;
    private final List<Said> conversation = new CopyOnWriteArrayList<>();
    private final CountDownLatch closed = new CountDownLatch(1);
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private volatile Consumer<Request> answered = request -> {};
    private volatile Predicate<Request> holds = request -> false;
    private volatile Predicate<Request> loses = request -> false;
    private volatile Function<Request, Optional<Response>> overrules = request -> Optional.empty();

    /** Every header has its first value, by its name in lower case; {@code raw} has a character for each byte. */
    public record Request(
            String method, String path, Map<String, String> query, Map<String, String> headers, String raw) {
        public byte[] bytes() {
            return raw.getBytes(StandardCharsets.ISO_8859_1);
        }

        public String body() {
            return new String(bytes(), StandardCharsets.UTF_8);
        }

        public String header(String name) {
            return headers.getOrDefault(name, "");
        }

        public JsonNode json() {
            return PostJson.read(bytes());
        }

        public boolean is(String wanted, String at) {
            return method.equals(wanted) && path.equals(at);
        }
    }

    public record Response(int status, Map<String, String> headers, String body) {
        public static Response json(int status, Object body) {
            return new Response(status, Map.of(), body.toString());
        }

        public Response with(String header, String value) {
            return new Response(status, Map.of(header, value), body);
        }
    }

    /**
     * A request and its answer.
     *
     * @param overruled that it was not the platform that answered
     */
    public record Said(Request request, Response response, boolean overruled) {}

    public LoopbackServer(Function<Request, Response> platform) {
        this.platform = platform;
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        server.setExecutor(threads);
        server.createContext("/", this::handle);
        server.start();
    }

    public URI url() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    /** Told of each request when its answer goes out, and not while it is held. */
    public void whenAnswered(Consumer<Request> listener) {
        answered = listener;
    }

    /** The platform acts on such requests, and its answer is lost. */
    public void losesAnswersTo(Predicate<Request> which) {
        loses = which;
    }

    /** The platform acts on such requests, and does not answer while it lives. */
    public void holdsAnswersTo(Predicate<Request> which) {
        holds = which;
    }

    /** Such requests are answered so, and the platform does not hear of them. */
    public void overrules(Predicate<Request> which, Response answer) {
        overrules = request -> which.test(request) ? Optional.of(answer) : Optional.empty();
    }

    public List<Request> requests(String method, String path) {
        return conversation.stream()
                .map(Said::request)
                .filter(request -> request.is(method, path))
                .toList();
    }

    /** Each request with its answer, in their order. */
    public List<Said> conversation() {
        return List.copyOf(conversation);
    }

    @Override
    public void close() {
        closed.countDown();
        server.stop(0);
        threads.shutdownNow();
    }

    private void handle(HttpExchange exchange) throws IOException {
        Request request = read(exchange);
        Optional<Response> overruled = overrules.apply(request);
        Response answer = overruled.orElseGet(() -> platform.apply(request));
        conversation.add(new Said(request, answer, overruled.isPresent()));
        if (holds.test(request)) {
            awaitEnd();
        }
        answered.accept(request);
        if (loses.test(request)) {
            exchange.close();
            return;
        }
        byte[] body = answer.body().getBytes(StandardCharsets.UTF_8);
        answer.headers().forEach(exchange.getResponseHeaders()::set);
        exchange.sendResponseHeaders(answer.status(), body.length == 0 ? -1 : body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    private void awaitEnd() {
        try {
            closed.await();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private static Request read(HttpExchange exchange) throws IOException {
        Map<String, String> headers = exchange.getRequestHeaders().entrySet().stream()
                .collect(Collectors.toMap(
                        header -> header.getKey().toLowerCase(Locale.ROOT),
                        header -> header.getValue().get(0)));
        Map<String, String> query = Stream.of(
                        Optional.ofNullable(exchange.getRequestURI().getQuery())
                                .orElse("")
                                .split("&", -1))
                .filter(pair -> pair.contains("="))
                .collect(Collectors.toMap(
                        pair -> pair.substring(0, pair.indexOf('=')), pair -> pair.substring(pair.indexOf('=') + 1)));
        return new Request(
                exchange.getRequestMethod(),
                exchange.getRequestURI().getPath(),
                query,
                headers,
                new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.ISO_8859_1));
    }
}
