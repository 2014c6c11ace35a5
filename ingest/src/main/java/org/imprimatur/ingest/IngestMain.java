package org.imprimatur.ingest;

import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.util.List;
import org.imprimatur.kit.Program;
import org.imprimatur.kit.identity.AccessSettings;
import org.imprimatur.kit.lifecycle.Service;
import org.imprimatur.kit.settings.Settings;
import org.imprimatur.kit.web.WebServer;
import org.imprimatur.kit.web.WebSettings;

/** Runs ingest alone, with its API on {@code http.port}. */
public final class IngestMain {
    private IngestMain() {}

    public static void main(String[] args) {
        Program.run(args, Alone::read, IngestMain::services);
    }

    private static List<Service> services(Alone alone) {
        var meters = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
        var access = alone.access().open();
        var ingest = new IngestService(alone.ingest(), access, meters);
        var web = new WebServer(alone.web(), access, List.of(ingest.routes()), List.of(ingest), meters);
        return List.of(ingest, web);
    }

    private record Alone(IngestSettings ingest, WebSettings web, AccessSettings access) {
        static Alone read(Settings settings) {
            return new Alone(IngestSettings.read(settings), WebSettings.read(settings), AccessSettings.read(settings));
        }
    }
}
