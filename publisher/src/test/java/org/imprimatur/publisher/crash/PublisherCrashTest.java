package org.imprimatur.publisher.crash;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A publisher that is killed in the middle, again and again. A few kills by default; {@code -Dimprimatur.kills=100
 * -Dimprimatur.deliveries=1000 -Dimprimatur.seed=1} for the long run, see scripts/publisher-crash-test.sh.
 */
class PublisherCrashTest {
    private static final int KILLS = Integer.getInteger("imprimatur.kills", 2);
    private static final int DELIVERIES = Integer.getInteger("imprimatur.deliveries", 24);
    private static final long SEED = Long.getLong("imprimatur.seed", 20_261_122L);

    @Test
    void everythingIsPublishedOnceHoweverOftenThePublisherIsKilled(@TempDir Path folder) throws Exception {
        try (CrashRun run = new CrashRun(SEED, folder)) {
            run.kill(KILLS, DELIVERIES);
            int asked = run.settle();
            System.out.println("seed " + SEED + ": " + run.figures(asked));

            assertThat(run.lost()).isEmpty();
            assertThat(run.doubled()).isEmpty();
        }
    }
}
