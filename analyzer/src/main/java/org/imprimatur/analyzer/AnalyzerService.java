package org.imprimatur.analyzer;

import io.micrometer.core.instrument.MeterRegistry;
import org.imprimatur.analyzer.adapters.TimedWatch;
import org.imprimatur.analyzer.detect.Detectors;
import org.imprimatur.analyzer.judge.Judge;
import org.imprimatur.analyzer.topology.AnalyzerTopology;
import org.imprimatur.kit.lifecycle.Health;
import org.imprimatur.kit.lifecycle.Service;
import org.imprimatur.kit.streams.StreamsRunner;
import org.imprimatur.schemas.wire.Wire;

/** Judges every draft that is submitted and routes it to the cleared or to the held. The topics must exist. */
public final class AnalyzerService implements Service {

    /** Pieces of detection for each stream thread that were given up and may still run. */
    private static final int STRAGGLERS = 8;

    private final TimedWatch watch;
    private final StreamsRunner runner;

    public AnalyzerService(AnalyzerSettings settings, MeterRegistry meters) {
        this(settings, Wire.open(settings.registryKind(), settings.registry()), meters);
    }

    /** With a wire of the composer's, in place of the one that the settings name. */
    public AnalyzerService(AnalyzerSettings settings, Wire wire, MeterRegistry meters) {
        watch = new TimedWatch(settings.judgingLimit(), settings.streams().threads() + STRAGGLERS);
        Judge judge = new Judge(Detectors.all(), watch);
        runner = new StreamsRunner(settings.streams(), AnalyzerTopology.build(wire, judge, System::nanoTime), meters);
    }

    @Override
    public String name() {
        return "analyzer";
    }

    @Override
    public void start() {
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
    }
}
