package org.imprimatur.standalone;

import io.micrometer.core.instrument.MeterRegistry;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.imprimatur.analyzer.AnalyzerService;
import org.imprimatur.analyzer.AnalyzerSettings;
import org.imprimatur.approver.ApproverService;
import org.imprimatur.approver.ApproverSettings;
import org.imprimatur.ingest.IngestService;
import org.imprimatur.ingest.IngestSettings;
import org.imprimatur.kit.identity.Access;
import org.imprimatur.kit.lifecycle.Service;
import org.imprimatur.kit.settings.Settings;
import org.imprimatur.kit.web.Routes;
import org.imprimatur.publisher.PublisherService;
import org.imprimatur.publisher.PublisherSettings;
import org.imprimatur.standalone.docs.DocsRoutes;

/** The four services on one broker, one registry and one web server, each with a folder of its own. */
final class FourServices {

    private final IngestService ingest;
    private final AnalyzerService analyzer;
    private final ApproverService approver;
    private final PublisherService publisher;
    private final Access access;

    FourServices(StandaloneSettings settings, Access access, MeterRegistry meters) {
        Map<String, String> values = values(settings);
        this.access = access;
        ingest = new IngestService(IngestSettings.read(Settings.of(only(values, "ingest."))), access, meters);
        analyzer = new AnalyzerService(AnalyzerSettings.read(Settings.of(only(values, "analyzer."))), meters);
        approver = new ApproverService(
                ApproverSettings.read(Settings.of(only(values, "approver."))),
                access,
                meters,
                Optional.of(new HouseDesk(ingest, analyzer)),
                Optional.of(new HouseRules(analyzer.policies())));
        publisher = new PublisherService(PublisherSettings.read(Settings.of(only(values, "publisher."))), meters);
    }

    /** In the order of their start: who reads comes before who writes to them. */
    List<Service> services() {
        return List.of(publisher, approver, analyzer, ingest);
    }

    /** Theirs, and the description of them all. */
    List<Routes> routes() {
        return List.of(ingest.routes(), analyzer.routes(access), approver.routes(), new DocsRoutes());
    }

    private static Map<String, String> values(StandaloneSettings settings) {
        Map<String, String> values = new HashMap<>(Map.of(
                "kafka.bootstrap", settings.bootstrap(),
                "registry.url", settings.registry(),
                "ingest.folder", settings.data().resolve("ingest").toString(),
                "analyzer.state", settings.data().resolve("analyzer").toString(),
                "approver.folder", settings.data().resolve("approver").toString(),
                "publisher.state", settings.data().resolve("publisher").toString(),
                "publisher.secrets-folder", settings.secrets().toString(),
                "publisher.tokens-folder", settings.data().resolve("tokens").toString(),
                "publisher.media-folder",
                        settings.data().resolve("ingest").resolve("media").toString(),
                "publisher.outbox-folder", settings.outbox().toString()));
        values.putAll(settings.services());
        return values;
    }

    /** What one service may ask for: what all share, and its own. */
    private static Map<String, String> only(Map<String, String> values, String prefix) {
        return values.entrySet().stream()
                .filter(one -> one.getKey().startsWith(prefix)
                        || one.getKey().startsWith("kafka.")
                        || one.getKey().startsWith("registry."))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }
}
