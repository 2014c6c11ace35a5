package org.imprimatur.kit.web;

/** What stands between the web server and its callers. */
public enum Front {
    /** Nothing: what a request says of proxies is not believed. */
    DIRECT,
    /**
     * A proxy of our own that ends TLS and sets {@code X-Forwarded-*} itself; its word is believed, so nobody else may
     * reach the port.
     */
    PROXY
}
