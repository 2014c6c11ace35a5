package org.imprimatur.kit.web;

import org.imprimatur.kit.settings.Settings;

/**
 * Where the web server listens and how much it takes.
 *
 * @param host the address to listen on
 * @param port 0 for any free one
 * @param maxRequestBytes a larger body is refused with 413
 * @param front who is believed about the caller's address and about https
 */
public record WebSettings(String host, int port, int maxRequestBytes, Front front) {

    private static final int MEGABYTE = 1024 * 1024;
    private static final int MAX_REQUEST_BYTES = 16 * MEGABYTE;

    public WebSettings {
        if (host.isBlank() || port < 0 || port > 65535 || maxRequestBytes < 1) {
            throw new IllegalArgumentException("the web server needs a host, a port from 0 to 65535 and a size");
        }
    }

    /** Takes bodies of up to 16 MiB, and believes no proxy. */
    public WebSettings(String host, int port) {
        this(host, port, MAX_REQUEST_BYTES, Front.DIRECT);
    }

    /**
     * Keys {@code http.host} (127.0.0.1), {@code http.port} (8080), {@code http.max-request-bytes} (16 MiB) and
     * {@code http.front} (direct; or proxy).
     */
    public static WebSettings read(Settings settings) {
        return new WebSettings(
                settings.text("http.host", "127.0.0.1"),
                settings.port("http.port", 8080),
                settings.number("http.max-request-bytes", MAX_REQUEST_BYTES, 1024, 1024 * MEGABYTE),
                settings.choice("http.front", Front.DIRECT));
    }
}
