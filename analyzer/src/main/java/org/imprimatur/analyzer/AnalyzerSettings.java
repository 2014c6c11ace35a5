package org.imprimatur.analyzer;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.function.Supplier;
import org.imprimatur.kit.settings.Settings;
import org.imprimatur.kit.streams.StreamsSettings;
import org.imprimatur.schemas.Topics;
import org.imprimatur.schemas.wire.Wire;

/**
 * What the analyzer needs to know.
 *
 * @param registryKind how the wire format is spoken, {@code imprimatur} or {@code confluent}
 * @param registry where schemas are kept
 * @param judgingLimit how long the detectors may take for one draft before it is held
 */
public record AnalyzerSettings(StreamsSettings streams, String registryKind, URI registry, Duration judgingLimit) {

    private static final String APPLICATION = "analyzer";
    private static final Duration JUDGING_LIMIT = Duration.ofSeconds(2);

    public AnalyzerSettings {
        if (judgingLimit.isNegative() || judgingLimit.isZero()) {
            throw new IllegalArgumentException("analyzer.judging-limit: must be longer than nothing");
        }
    }

    /**
     * Reads {@code kafka.bootstrap}, {@code registry.kind}, {@code registry.url} and {@code analyzer.state}, {@code
     * .threads}, {@code .commit-interval}, {@code .standby-replicas}, {@code .instance}, {@code .judging-limit}.
     */
    public static AnalyzerSettings read(Settings settings) {
        String registryKind = settings.text("registry.kind", Wire.OURS);
        URI registry = settings.uri("registry.url", "http://localhost:8081");
        Path state = settings.path("analyzer.state", "imprimatur-data/analyzer");
        Supplier<StreamsSettings> streams =
                StreamsSettings.read(settings, APPLICATION, state, Topics.deadLetters(APPLICATION));
        Duration judgingLimit = settings.duration("analyzer.judging-limit", JUDGING_LIMIT);
        return settings.complete(() -> new AnalyzerSettings(streams.get(), registryKind, registry, judgingLimit));
    }
}
