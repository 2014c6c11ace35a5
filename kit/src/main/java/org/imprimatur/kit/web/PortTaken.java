package org.imprimatur.kit.web;

/** Says in one sentence that the web server can't listen where it was told to. */
public final class PortTaken extends RuntimeException {

    private static final long serialVersionUID = 1L;

    PortTaken(WebSettings settings, Throwable cause) {
        super(
                "Port %d on %s can't be opened, most likely because another program uses it; choose another with --http.port."
                        .formatted(settings.port(), settings.host()),
                cause);
    }
}
