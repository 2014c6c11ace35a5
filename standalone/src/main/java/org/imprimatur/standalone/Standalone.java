package org.imprimatur.standalone;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.io.PrintStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.imprimatur.broker.BrokerSettings;
import org.imprimatur.kit.identity.Access;
import org.imprimatur.kit.identity.Sessions;
import org.imprimatur.kit.lifecycle.Service;
import org.imprimatur.kit.web.WebServer;
import org.imprimatur.kit.web.WebSettings;
import org.imprimatur.standalone.first.SampleDrafts;
import org.imprimatur.standalone.first.SignInSheet;
import org.imprimatur.standalone.registry.RegistryServer;

/** Everything in its order: what comes later needs what comes before it, and stops before it. */
final class Standalone {

    private static final Patience PATIENCE = new Patience(Duration.ofMinutes(2));

    private final StandaloneSettings settings;
    private final PrintStream out;
    private final Beginnings beginnings;
    private Optional<SignInSheet> sheet = Optional.empty();

    Standalone(StandaloneSettings settings, PrintStream out) {
        this.settings = settings;
        this.out = out;
        this.beginnings = new Beginnings(settings.data(), settings.bootstrap(), settings.registry());
    }

    /**
     * The whole program.
     *
     * @param ifBrokerEnds what to do when the broker ends and nobody asked for it
     */
    List<Service> services(Runnable ifBrokerEnds) {
        List<Service> all = new ArrayList<>();
        all.add(told("Kafka broker", broker(settings, ifBrokerEnds)));
        all.add(told("schema registry", new RegistryServer(settings.bootstrap(), settings.registryPort())));
        all.addAll(onRunningKafka());
        return all;
    }

    /** What runs when broker and registry are there already. */
    List<Service> onRunningKafka() {
        return List.of(
                told("topics", new Step("topics", () -> beginnings.provision((short) 1))),
                told("people, organization, policy", new Step("first-start", this::prepare)),
                new Later("services", this::compose),
                new Step("samples", this::samples),
                new Step("announcement", this::announce));
    }

    private static Service broker(StandaloneSettings settings, Runnable ifItEnds) {
        return new BrokerService(BrokerSettings.on(settings.data().resolve("kafka"), settings.kafkaPort()), ifItEnds);
    }

    /** The four and their web server, composed when there is a broker that they can speak to. */
    private List<Service> compose() {
        MeterRegistry meters = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
        Access access = new Access(
                beginnings.people().accounts(),
                beginnings.people().keys(),
                new Sessions(settings.data().resolve("sessions.sqlite")));
        FourServices four = new FourServices(settings, access, meters);
        WebSettings web = new WebSettings("127.0.0.1", settings.port());
        return List.of(
                told("ingest, analyzer, approver, publisher", new Later("four", four::services)),
                told("until all are ready", Step.ready("ready", four.services(), PATIENCE)),
                told("console", new WebServer(web, access, four.routes(), four.services(), meters)));
    }

    private Service told(String label, Service service) {
        return new Told(label, service, out);
    }

    private void prepare() {
        sheet = beginnings.prepare(settings.console(), settings.console());
    }

    private void samples() {
        beginnings
                .people()
                .authorsKey()
                .ifPresent(key -> beginnings.once("samples", () -> {
                    Service send = new Step("samples", () -> new SampleDrafts(settings.console(), key).send());
                    told("sample posts", send).start();
                }));
    }

    private void announce() {
        out.println();
        out.print(sheet.map(made -> made.text(settings.console(), settings.console()))
                .orElse("Imprimatur's console: " + settings.console() + "\n"));
        out.println("What was published lies in " + settings.outbox());
        sheet.ifPresent(made ->
                out.println("The above is kept in " + beginnings.people().sheet() + "; delete it when you have it."));
        out.flush();
    }
}
