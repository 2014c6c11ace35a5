package org.imprimatur.platforms;

import static org.imprimatur.platforms.MediaLimit.AltText.REQUIRED;
import static org.imprimatur.platforms.MediaLimit.AltText.TAKEN;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The table of platforms; the README says where each figure is from.
 *
 * <p>Channels of the organization's own, such as outbox and webhook, are not in it: they take everything.
 */
public final class Platforms {
    private static final int ANY = Integer.MAX_VALUE;
    private static final long MB = 1_000_000;
    private static final String JPEG = "image/jpeg";
    private static final String PNG = "image/png";
    private static final String GIF = "image/gif";
    private static final String WEBP = "image/webp";

    /** The AT Protocol: two limits at once. An animated GIF would become a still picture, so none is taken. */
    public static final Platform BLUESKY = new Platform(
            "bluesky",
            "Bluesky",
            List.of(new TextLimit(Measure.GRAPHEMES, 300), new TextLimit(Measure.UTF8_BYTES, 3000)),
            new MediaLimit(0, 4, Map.of(JPEG, MB, PNG, MB, WEBP, MB), REQUIRED, 2000, false),
            ANY,
            3,
            true,
            true,
            false);

    /** As an instance comes; each says its own limits, and those hold when it publishes. */
    public static final Platform MASTODON = new Platform(
            "mastodon",
            "Mastodon",
            List.of(new TextLimit(new MastodonCounting(23), 500)),
            new MediaLimit(0, 4, Map.of(JPEG, 16 * MB, PNG, 16 * MB, GIF, 16 * MB, WEBP, 16 * MB), TAKEN, 1500, false),
            ANY,
            1,
            true,
            true,
            true);

    public static final Platform X = new Platform(
            "x",
            "X",
            List.of(new TextLimit(Measure.X_WEIGHTED, 280)),
            new MediaLimit(0, 4, Map.of(JPEG, 5 * MB, PNG, 5 * MB, WEBP, 5 * MB), TAKEN, 1000, false),
            ANY,
            0,
            true,
            true,
            false);

    /** One hashtag becomes the topic of a post, others stay plain text. */
    public static final Platform THREADS = new Platform(
            "threads",
            "Threads",
            List.of(new TextLimit(Measure.THREADS, 500)),
            new MediaLimit(0, 20, Map.of(JPEG, 8 * MB, PNG, 8 * MB), TAKEN, 1000, true),
            1,
            0,
            false,
            true,
            false);

    public static final Platform LINKEDIN = new Platform(
            "linkedin",
            "LinkedIn",
            List.of(new TextLimit(Measure.UTF16_UNITS, 3000)),
            new MediaLimit(0, 20, Map.of(JPEG, 8 * MB, PNG, 8 * MB, GIF, 8 * MB), TAKEN, 4086, false),
            ANY,
            0,
            false,
            true,
            true);

    public static final Platform FACEBOOK = new Platform(
            "facebook",
            "Facebook",
            List.of(new TextLimit(Measure.UTF16_UNITS, 63_206)),
            new MediaLimit(0, 10, Map.of(JPEG, 4 * MB, PNG, 4 * MB), TAKEN, 1000, false),
            ANY,
            0,
            false,
            true,
            true);

    /** Its API's own pages disagree on whether it deletes, so a person takes down. */
    public static final Platform INSTAGRAM = new Platform(
            "instagram",
            "Instagram",
            List.of(new TextLimit(Measure.UTF16_UNITS, 2200)),
            new MediaLimit(1, 10, Map.of(JPEG, 8 * MB), TAKEN, 1000, true),
            30,
            0,
            false,
            false,
            false);

    /** In the order in which people are shown them. */
    public static final List<Platform> ALL = List.of(BLUESKY, MASTODON, X, THREADS, LINKEDIN, FACEBOOK, INSTAGRAM);

    private Platforms() {}

    /** The one that an account names; empty for channels of the organization's own and for what nobody knows. */
    public static Optional<Platform> named(String name) {
        return ALL.stream().filter(platform -> platform.name().equals(name)).findFirst();
    }
}
