package org.imprimatur.kit.web;

import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.imprimatur.kit.settings.Settings;

/**
 * Where the web server listens and how much it takes.
 *
 * @param host the address to listen on
 * @param port 0 for any free one
 * @param maxRequestBytes a larger body is refused with 413
 * @param front who is believed about the caller's address and about https
 * @param names the hosts by which browsers may call; empty for any. Only by a known name, no foreign page can reach us
 *     through a name of its own that leads here (DNS rebinding)
 */
public record WebSettings(String host, int port, int maxRequestBytes, Front front, Set<String> names) {

    private static final int MEGABYTE = 1024 * 1024;
    private static final int MAX_REQUEST_BYTES = 16 * MEGABYTE;

    public WebSettings {
        if (host.isBlank() || port < 0 || port > 65535 || maxRequestBytes < 1) {
            throw new IllegalArgumentException("the web server needs a host, a port from 0 to 65535 and a size");
        }
        names = Set.copyOf(names);
    }

    /** Known by the names of this machine if it listens only there and directly, else by any. */
    public WebSettings(String host, int port, int maxRequestBytes, Front front) {
        this(host, port, maxRequestBytes, front, defaultNames(host, front));
    }

    /** Takes bodies of up to 16 MiB, and believes no proxy. */
    public WebSettings(String host, int port) {
        this(host, port, MAX_REQUEST_BYTES, Front.DIRECT);
    }

    /**
     * Keys {@code http.host} (127.0.0.1), {@code http.port} (8080), {@code http.max-request-bytes} (16 MiB),
     * {@code http.front} (direct; or proxy) and {@code http.names} (of this machine where it listens only there).
     */
    public static WebSettings read(Settings settings) {
        String host = settings.text("http.host", "127.0.0.1");
        Front front = settings.choice("http.front", Front.DIRECT);
        return new WebSettings(
                host,
                settings.port("http.port", 8080),
                settings.number("http.max-request-bytes", MAX_REQUEST_BYTES, 1024, 1024 * MEGABYTE),
                front,
                settings.text("http.names").map(WebSettings::names).orElseGet(() -> defaultNames(host, front)));
    }

    private static Set<String> names(String list) {
        return Arrays.stream(list.toLowerCase(Locale.ROOT).split(",", -1))
                .map(String::strip)
                .filter(name -> !name.isEmpty())
                .collect(Collectors.toSet());
    }

    private static Set<String> defaultNames(String host, Front front) {
        return front == Front.DIRECT && RequestShape.LOOPBACK.contains(host) ? RequestShape.LOOPBACK : Set.of();
    }
}
