package org.imprimatur.publisher;

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

/** Runs the publisher alone, with its health and metrics on {@code http.port}. */
public final class PublisherMain {
    private PublisherMain() {}

    public static void main(String[] args) {
        Program.run(args, Alone::read, PublisherMain::services);
    }

    private static List<Service> services(Alone alone) {
        TopicProvisioner.ensure(alone.publisher().worker().bootstrap(), Topics.toProvision(alone.replication()));
        var meters = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
        var publisher = new PublisherService(alone.publisher(), meters);
        var web = new WebServer(alone.web(), request -> {}, List.of(), List.of(publisher), meters);
        return List.of(publisher, web);
    }

    private record Alone(PublisherSettings publisher, WebSettings web, short replication) {
        static Alone read(Settings settings) {
            return new Alone(PublisherSettings.read(settings), WebSettings.read(settings), (short)
                    settings.number("kafka.replication", 1, 1, 9));
        }
    }
}
