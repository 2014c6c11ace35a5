package org.imprimatur.analyzer;

import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.util.List;
import org.imprimatur.kit.Program;
import org.imprimatur.kit.lifecycle.Service;
import org.imprimatur.kit.settings.Settings;
import org.imprimatur.kit.streams.TopicProvisioner;
import org.imprimatur.kit.web.WebServer;
import org.imprimatur.kit.web.WebSettings;
import org.imprimatur.schemas.Topics;

/** Runs the analyzer alone, with its health and metrics on {@code http.port}. */
public final class AnalyzerMain {
    private AnalyzerMain() {}

    public static void main(String[] args) {
        Program.run(args, Alone::read, AnalyzerMain::services);
    }

    private static List<Service> services(Alone alone) {
        TopicProvisioner.ensure(alone.analyzer().streams().bootstrap(), Topics.toProvision(alone.replication()));
        var meters = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
        var analyzer = new AnalyzerService(alone.analyzer(), meters);
        var web = new WebServer(alone.web(), request -> {}, List.of(), List.of(analyzer), meters);
        return List.of(analyzer, web);
    }

    private record Alone(AnalyzerSettings analyzer, WebSettings web, short replication) {
        static Alone read(Settings settings) {
            return new Alone(AnalyzerSettings.read(settings), WebSettings.read(settings), (short)
                    settings.number("kafka.replication", 1, 1, 9));
        }
    }
}
