package org.imprimatur.ingest;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import org.imprimatur.kit.settings.Settings;
import org.imprimatur.schemas.wire.Wire;

/**
 * Everything that can be set for this service.
 *
 * @param bootstrap Kafka's addresses ({@code kafka.bootstrap})
 * @param replication copies of each record in topics that are missing and therefore created ({@code kafka.replication})
 * @param registryKind {@code imprimatur} or {@code confluent} ({@code registry.kind})
 * @param registryUrl where the schema registry answers ({@code registry.url})
 * @param folder where pictures and the read model lie ({@code ingest.folder})
 * @param acknowledgeWithin how long Kafka may take to acknowledge a draft ({@code ingest.acknowledge-within})
 * @param mostMediaBytes largest picture ({@code ingest.media.most-bytes})
 * @param mostMediaPixels most pixels of a picture, all frames together ({@code ingest.media.most-pixels})
 */
public record IngestSettings(
        String bootstrap,
        short replication,
        String registryKind,
        URI registryUrl,
        Path folder,
        Duration acknowledgeWithin,
        int mostMediaBytes,
        int mostMediaPixels) {

    private static final int MEBIBYTE = 1024 * 1024;
    private static final Duration SHORTEST = Duration.ofMillis(100);
    private static final Duration LONGEST = Duration.ofMinutes(2);

    public IngestSettings {
        if (acknowledgeWithin.compareTo(SHORTEST) < 0 || acknowledgeWithin.compareTo(LONGEST) > 0) {
            throw new IllegalArgumentException("ingest.acknowledge-within: must be from 100ms to 2m");
        }
    }

    /** Reads them; faults are collected by {@code settings}. */
    public static IngestSettings read(Settings settings) {
        String bootstrap = settings.text("kafka.bootstrap", "localhost:9092");
        short replication = (short) settings.number("kafka.replication", 1, 1, 9);
        String registryKind = settings.text("registry.kind", Wire.OURS);
        URI registryUrl = settings.uri("registry.url", "http://localhost:8081");
        Path folder = settings.path("ingest.folder", "imprimatur-data/ingest");
        Duration within = settings.duration("ingest.acknowledge-within", Duration.ofSeconds(8));
        int bytes = settings.number("ingest.media.most-bytes", 10 * MEBIBYTE, 1, 1024 * MEBIBYTE);
        int pixels = settings.number("ingest.media.most-pixels", 50_000_000, 1, Integer.MAX_VALUE);
        return settings.complete(() ->
                new IngestSettings(bootstrap, replication, registryKind, registryUrl, folder, within, bytes, pixels));
    }
}
