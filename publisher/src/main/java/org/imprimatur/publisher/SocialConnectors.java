package org.imprimatur.publisher;

import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import org.imprimatur.publisher.connectors.MediaBytes;
import org.imprimatur.publisher.connectors.PlatformAccounts;
import org.imprimatur.publisher.connectors.PlatformSettings;
import org.imprimatur.publisher.connectors.bluesky.BlueskyConnector;
import org.imprimatur.publisher.connectors.mastodon.MastodonConnector;
import org.imprimatur.publisher.worker.Connector;

/** The connectors to social platforms, one line each. */
final class SocialConnectors {
    private static final Duration LOOKS_AT_MEDIA_EVERY = Duration.ofSeconds(1);

    private SocialConnectors() {}

    /** By platform; none without a folder of secrets. */
    static Map<String, Connector> of(PlatformSettings settings, InstantSource clock) {
        return settings.secretsFolder()
                .map(PlatformAccounts::inFolder)
                .map(accounts -> of(settings, accounts, MediaBytes.inFolder(settings.mediaFolder()), clock))
                .orElseGet(Map::of);
    }

    private static Map<String, Connector> of(
            PlatformSettings settings, PlatformAccounts accounts, MediaBytes bytes, InstantSource clock) {
        Duration timeout = settings.timeout();
        return Map.of(
                BlueskyConnector.PLATFORM, new BlueskyConnector(accounts, bytes, timeout, clock),
                MastodonConnector.PLATFORM,
                        new MastodonConnector(accounts, bytes, timeout, LOOKS_AT_MEDIA_EVERY, clock));
    }
}
