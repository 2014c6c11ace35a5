package org.imprimatur.kit.web;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;

/** Asks one health address and ends with 0 when it answers 200, else with 1; for images that have no curl. */
public final class HealthProbe {

    private static final Duration TIMEOUT = Duration.ofSeconds(4);

    private HealthProbe() {}

    public static void main(String[] arguments) throws InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(arguments[0]))
                .timeout(TIMEOUT)
                .build();
        System.exit(isHealthy(request) ? 0 : 1);
    }

    private static boolean isHealthy(HttpRequest request) throws InterruptedException {
        try {
            HttpResponse<Void> response = HttpClient.newHttpClient().send(request, BodyHandlers.discarding());
            return response.statusCode() == 200;
        } catch (IOException noAnswer) {
            return false;
        }
    }
}
