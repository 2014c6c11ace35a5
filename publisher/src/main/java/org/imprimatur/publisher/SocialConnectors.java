package org.imprimatur.publisher;

import java.time.Duration;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.imprimatur.publisher.connectors.Dialect;
import org.imprimatur.publisher.connectors.MediaBytes;
import org.imprimatur.publisher.connectors.PlatformAccounts;
import org.imprimatur.publisher.connectors.PlatformConnector;
import org.imprimatur.publisher.connectors.PlatformSettings;
import org.imprimatur.publisher.connectors.bluesky.BlueskyConnector;
import org.imprimatur.publisher.connectors.linkedin.LinkedInDialect;
import org.imprimatur.publisher.connectors.mastodon.MastodonConnector;
import org.imprimatur.publisher.connectors.meta.ContainerDialect;
import org.imprimatur.publisher.connectors.meta.FacebookDialect;
import org.imprimatur.publisher.connectors.meta.PublicPictures;
import org.imprimatur.publisher.connectors.x.XDialect;
import org.imprimatur.publisher.worker.Connector;

/** The connectors to social platforms, one line each. */
final class SocialConnectors {
    private static final Duration LOOKS_EVERY = Duration.ofSeconds(1);

    private SocialConnectors() {}

    /** By platform; none without a folder of secrets. */
    static Map<String, Connector> of(PlatformSettings settings, InstantSource clock) {
        return settings.secretsFolder()
                .map(folder -> PlatformAccounts.renewed(
                        folder,
                        name -> Optional.ofNullable(System.getenv(name)),
                        settings.tokensFolder(),
                        settings.timeout(),
                        clock))
                .map(accounts -> of(settings, accounts, clock))
                .orElseGet(Map::of);
    }

    private static Map<String, Connector> of(
            PlatformSettings settings, PlatformAccounts accounts, InstantSource clock) {
        Duration timeout = settings.timeout();
        MediaBytes bytes = MediaBytes.inFolder(settings.mediaFolder());
        PublicPictures shown = new PublicPictures(settings.mediaAddress());
        Map<String, Connector> all = new HashMap<>();
        all.put(BlueskyConnector.PLATFORM, new BlueskyConnector(accounts, bytes, timeout, clock));
        all.put(MastodonConnector.PLATFORM, new MastodonConnector(accounts, bytes, timeout, LOOKS_EVERY, clock));
        List<Dialect> dialects = List.of(
                new XDialect(timeout, clock),
                new LinkedInDialect(settings.linkedinVersion(), timeout, LOOKS_EVERY, clock),
                new FacebookDialect(settings.graphVersion(), timeout, clock),
                ContainerDialect.instagram(settings.graphVersion(), shown, timeout, LOOKS_EVERY, clock),
                ContainerDialect.threads(shown, timeout, LOOKS_EVERY, clock));
        dialects.forEach(dialect -> all.put(
                dialect.platform().name(), new PlatformConnector(dialect, accounts, bytes, LOOKS_EVERY, clock)));
        return all;
    }
}
