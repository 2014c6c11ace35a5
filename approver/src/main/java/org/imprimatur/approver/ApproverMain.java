package org.imprimatur.approver;

import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.util.List;
import org.imprimatur.kit.Program;
import org.imprimatur.kit.identity.AccessSettings;
import org.imprimatur.kit.lifecycle.Service;
import org.imprimatur.kit.settings.Settings;
import org.imprimatur.kit.web.WebServer;
import org.imprimatur.kit.web.WebSettings;

/** Runs the approver alone, with its API and console on {@code http.port}. */
public final class ApproverMain {
    private ApproverMain() {}

    public static void main(String[] args) {
        Program.run(args, Alone::read, ApproverMain::services);
    }

    private static List<Service> services(Alone alone) {
        var meters = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
        var access = alone.access().open();
        var approver = new ApproverService(alone.approver(), access, meters);
        var web = new WebServer(alone.web(), access, List.of(approver.routes()), List.of(approver), meters);
        return List.of(approver, web);
    }

    private record Alone(ApproverSettings approver, WebSettings web, AccessSettings access) {
        static Alone read(Settings settings) {
            return new Alone(
                    ApproverSettings.read(settings), WebSettings.read(settings), AccessSettings.read(settings));
        }
    }
}
