package org.imprimatur.analyzer;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.InstantSource;
import java.util.Map;
import org.apache.kafka.streams.errors.InvalidStateStoreException;
import org.apache.kafka.streams.state.QueryableStoreTypes;
import org.apache.kafka.streams.state.ReadOnlyKeyValueStore;
import org.apache.kafka.streams.state.ValueAndTimestamp;
import org.imprimatur.analyzer.adapters.PolicyPublisher;
import org.imprimatur.analyzer.adapters.TimedWatch;
import org.imprimatur.analyzer.api.CheckRoutes;
import org.imprimatur.analyzer.api.DraftCheck;
import org.imprimatur.analyzer.detect.Detectors;
import org.imprimatur.analyzer.judge.Judge;
import org.imprimatur.analyzer.topology.AnalyzerTopology;
import org.imprimatur.analyzer.topology.LiveCheck;
import org.imprimatur.analyzer.topology.PolicyWorkshop;
import org.imprimatur.analyzer.topology.StoreShelf;
import org.imprimatur.kit.identity.Access;
import org.imprimatur.kit.identity.Identity;
import org.imprimatur.kit.lifecycle.Health;
import org.imprimatur.kit.lifecycle.Service;
import org.imprimatur.kit.streams.StreamsRunner;
import org.imprimatur.kit.web.Routes;
import org.imprimatur.schemas.Topic;
import org.imprimatur.schemas.wire.Wire;

/** Judges every draft that is submitted and routes it to the cleared or to the held. The topics must exist. */
public final class AnalyzerService implements Service {

    /** Pieces of detection for each stream thread that were given up and may still run. */
    private static final int STRAGGLERS = 8;

    /** Live checks at one time; they wait for nobody, and take nothing from the drafts that were handed in. */
    private static final int CHECKS = 4;

    /** Rehearsals that look at a draft at once; the same holds for them. */
    private static final int REHEARSALS = 2;

    private final TimedWatch watch;
    private final TimedWatch checkWatch;
    private final TimedWatch rehearsalWatch;
    private final StreamsRunner runner;
    private final DraftCheck check;
    private final PolicyWorkshop workshop;

    public AnalyzerService(AnalyzerSettings settings, MeterRegistry meters) {
        this(settings, Wire.open(settings.registryKind(), settings.registry()), meters);
    }

    /** With a wire of the composer's, in place of the one that the settings name. */
    public AnalyzerService(AnalyzerSettings settings, Wire wire, MeterRegistry meters) {
        watch = new TimedWatch(settings.judgingLimit(), settings.streams().threads() + STRAGGLERS);
        Judge judge = new Judge(Detectors.all(), watch);
        runner = new StreamsRunner(settings.streams(), AnalyzerTopology.build(wire, judge, System::nanoTime), meters);
        checkWatch = new TimedWatch(settings.judgingLimit(), CHECKS);
        check = new DraftCheck(new LiveCheck(
                new StoreShelf(this::registered),
                wire,
                new Judge(Detectors.all(), checkWatch),
                InstantSource.system()));
        rehearsalWatch = new TimedWatch(settings.judgingLimit(), REHEARSALS);
        workshop = new PolicyWorkshop(
                new StoreShelf(this::registered),
                wire,
                new PolicyPublisher(settings.streams().bootstrap(), wire),
                new Judge(Detectors.all(), rehearsalWatch));
    }

    /** What it answers to: {@code POST /v1/check}; who serves it is the caller's choice. */
    public Routes routes(Access access) {
        return new CheckRoutes(access, check);
    }

    /** Judges what an author is still writing, as {@code POST /v1/check} does, for a caller in this program. */
    public Map<String, Object> check(Identity author, Map<String, ?> draft) {
        return check.answer(author, draft);
    }

    /** Sets of rules, for a caller in this program. */
    public PolicyWorkshop policies() {
        return workshop;
    }

    private ReadOnlyKeyValueStore<String, ValueAndTimestamp<byte[]>> registered(Topic<?> topic) {
        return runner.store(topic.name(), QueryableStoreTypes.<String, byte[]>timestampedKeyValueStore())
                .orElseThrow(() -> new InvalidStateStoreException("not ready"));
    }

    @Override
    public String name() {
        return "analyzer";
    }

    @Override
    public void start() {
        Detectors.load();
        runner.start();
    }

    @Override
    public Health health() {
        return runner.health();
    }

    @Override
    public void close() {
        runner.close();
        watch.close();
        checkWatch.close();
        rehearsalWatch.close();
    }
}
