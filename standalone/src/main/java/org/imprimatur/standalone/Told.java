package org.imprimatur.standalone;

import java.io.PrintStream;
import java.time.Duration;
import java.util.Locale;
import org.imprimatur.kit.lifecycle.Health;
import org.imprimatur.kit.lifecycle.Service;

/** A service whose start is told in one line with the time that it took. */
record Told(String label, Service service, PrintStream out) implements Service {

    @Override
    public String name() {
        return service.name();
    }

    @Override
    public void start() {
        out.printf("  %-44s", label + " …");
        out.flush();
        long began = System.nanoTime();
        try {
            service.start();
        } catch (RuntimeException | Error failed) {
            out.println("failed");
            throw failed;
        }
        long millis = Duration.ofNanos(System.nanoTime() - began).toMillis();
        out.printf(Locale.ROOT, "%5.1f s%n", millis / 1000.0);
    }

    @Override
    public Health health() {
        return service.health();
    }

    @Override
    public void close() {
        service.close();
    }
}
