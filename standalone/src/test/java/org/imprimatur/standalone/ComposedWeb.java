package org.imprimatur.standalone;

import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.imprimatur.kit.identity.Access;
import org.imprimatur.kit.identity.ApiKeys;
import org.imprimatur.kit.identity.LocalAccounts;
import org.imprimatur.kit.identity.Sessions;
import org.imprimatur.kit.web.WebServer;
import org.imprimatur.kit.web.WebSettings;

/** The product's own web server with all its routes, while the services behind them have not started. */
record ComposedWeb(WebServer server) implements AutoCloseable {

    static ComposedWeb in(Path folder) {
        PrometheusMeterRegistry meters = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
        Access access = new Access(
                new LocalAccounts(folder.resolve("accounts.yaml")),
                new ApiKeys(folder.resolve("keys.yaml")),
                new Sessions());
        FourServices four = new FourServices(StandaloneSettings.settle(folder, 0, 0, 0), access, meters);
        WebServer server = new WebServer(new WebSettings("127.0.0.1", 0), access, four.routes(), List.of(), meters);
        server.start();
        return new ComposedWeb(server);
    }

    /**
     * Method and path of what programs may call.
     *
     * <p>The console's pages are for people and no contract, so they are left out.
     */
    Set<String> machineAddresses() {
        return server.mounted().stream().filter(ComposedWeb::isForMachines).collect(Collectors.toSet());
    }

    private static boolean isForMachines(String methodAndPath) {
        String path = methodAndPath.substring(methodAndPath.indexOf(' ') + 1);
        return path.startsWith("/v1/") || path.startsWith("/health/") || path.equals("/metrics");
    }

    String address(String path) {
        return "http://127.0.0.1:" + server.port() + path;
    }

    @Override
    public void close() {
        server.close();
    }
}
