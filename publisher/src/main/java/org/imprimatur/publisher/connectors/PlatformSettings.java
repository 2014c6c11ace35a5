package org.imprimatur.publisher.connectors;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.imprimatur.kit.settings.Settings;

/**
 * What the connectors to social platforms need to know.
 *
 * @param secretsFolder what opens accounts, a file for each; empty when there are none
 * @param tokensFolder where tokens that were renewed are kept
 * @param mediaFolder where ingest keeps pictures
 * @param mediaAddress under which everybody can read that folder, for platforms that fetch pictures themselves
 * @param timeout for a connection, and for each answer after that
 * @param linkedinVersion as {@code YYYYMM}; LinkedIn ends each after about a year
 * @param graphVersion of Facebook's Graph API, such as v24.0; ended after about two years
 */
public record PlatformSettings(
        Optional<Path> secretsFolder,
        Path tokensFolder,
        Path mediaFolder,
        Optional<URI> mediaAddress,
        Duration timeout,
        String linkedinVersion,
        String graphVersion) {
    private static final Duration TIMEOUT = Duration.ofSeconds(20);
    private static final Pattern MONTH = Pattern.compile("20\\d\\d(0[1-9]|1[0-2])");
    private static final Pattern GRAPH = Pattern.compile("v\\d{1,3}\\.\\d");

    public PlatformSettings {
        require(!timeout.isNegative() && !timeout.isZero(), "publisher.platform-timeout: must be longer than nothing");
        require(
                MONTH.matcher(linkedinVersion).matches(),
                "publisher.linkedin-version: must be a year and a month, such as 202610");
        require(
                GRAPH.matcher(graphVersion).matches(),
                "publisher.graph-version: must be a version of the Graph API, such as v24.0");
        require(
                mediaAddress.isEmpty() || "https".equals(mediaAddress.get().getScheme()),
                "publisher.media-address: must be https, since platforms fetch pictures from it");
    }

    /**
     * Reads {@code publisher.secrets-folder}, {@code .tokens-folder}, {@code .media-folder}, {@code .media-address}, {@code .platform-timeout},
     * {@code .linkedin-version}, {@code .graph-version}.
     */
    public static Supplier<PlatformSettings> read(Settings settings) {
        Optional<Path> secrets = settings.text("publisher.secrets-folder")
                .map(folder -> settings.path("publisher.secrets-folder", folder));
        Path tokens = settings.path("publisher.tokens-folder", "imprimatur-data/tokens");
        Path media = settings.path("publisher.media-folder", "imprimatur-data/ingest/media");
        Optional<URI> address =
                settings.text("publisher.media-address").map(uri -> settings.uri("publisher.media-address", uri));
        Duration timeout = settings.duration("publisher.platform-timeout", TIMEOUT);
        String linkedin = settings.text("publisher.linkedin-version", "202610");
        String graph = settings.text("publisher.graph-version", "v24.0");
        return () -> new PlatformSettings(secrets, tokens, media, address, timeout, linkedin, graph);
    }

    private static void require(boolean holds, String otherwise) {
        if (!holds) {
            throw new IllegalArgumentException(otherwise);
        }
    }
}
