package org.imprimatur.approver.web.view;

import java.util.Locale;
import org.imprimatur.platforms.Platform;
import org.imprimatur.platforms.Platforms;

/** What people call a platform: “Mastodon” for {@code mastodon}; one that the table does not know keeps its own name. */
public final class PlatformName {
    private PlatformName() {}

    public static String of(String platform) {
        return Platforms.named(platform)
                .map(Platform::title)
                .orElseGet(() -> platform.isEmpty()
                        ? "No platform"
                        : platform.substring(0, 1).toUpperCase(Locale.ROOT) + platform.substring(1));
    }
}
