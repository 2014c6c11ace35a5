package org.imprimatur.publisher.connectors;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.stream.Collectors;

/** Requests with an account's token to an API that speaks JSON; none of them is judged here. */
public final class RestApi {
    private final Exchange exchange;
    private final Map<String, String> headers;

    /**
     * Over this exchange.
     *
     * @param headers that every request has
     */
    public RestApi(Exchange exchange, Map<String, String> headers) {
        this.exchange = exchange;
        this.headers = Map.copyOf(headers);
    }

    public Step<Answer> get(PlatformAccount account, String path) {
        return send(at(account, path).GET());
    }

    public Step<Answer> post(PlatformAccount account, String path, JsonNode body) {
        return send(at(account, path)
                .header("content-type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body.toString())));
    }

    /** As a form; in its body, so that no text gets into logs of addresses. */
    public Step<Answer> post(PlatformAccount account, String path, Map<String, String> form) {
        return send(at(account, path)
                .header("content-type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(form.entrySet().stream()
                        .map(field -> quoted(field.getKey()) + "=" + quoted(field.getValue()))
                        .collect(Collectors.joining("&")))));
    }

    public Step<Answer> post(PlatformAccount account, String path, String contentType, byte[] body) {
        return send(at(account, path)
                .header("content-type", contentType)
                .POST(HttpRequest.BodyPublishers.ofByteArray(body)));
    }

    public Step<Answer> delete(PlatformAccount account, String path) {
        return send(at(account, path).DELETE());
    }

    /** Bytes to where the platform said; its token goes along only within the domain of the account's server. */
    public Step<Answer> put(PlatformAccount account, URI address, String contentType, byte[] body) {
        HttpRequest.Builder request = HttpRequest.newBuilder(address)
                .header("content-type", contentType)
                .PUT(HttpRequest.BodyPublishers.ofByteArray(body));
        return send(
                account.isOf(address)
                        ? request.header(
                                "authorization", "Bearer " + account.secret().reveal())
                        : request);
    }

    /** For a part of an address. */
    public static String quoted(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8).replace("+", "%20");
    }

    private Step<Answer> send(HttpRequest.Builder request) {
        headers.forEach(request::header);
        return exchange.send(request);
    }

    private static HttpRequest.Builder at(PlatformAccount account, String path) {
        return HttpRequest.newBuilder(account.at(path))
                .header("authorization", "Bearer " + account.secret().reveal());
    }
}
