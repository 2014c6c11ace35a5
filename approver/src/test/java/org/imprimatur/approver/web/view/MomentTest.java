package org.imprimatur.approver.web.view;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class MomentTest {
    private static final Instant NOW = Instant.parse("2026-11-22T14:00:00Z");

    @Test
    void whatIsNearIsSaidInWordsOfItsDistance() {
        assertThat(Moment.of(NOW.minusSeconds(20), NOW).words()).isEqualTo("just now");
        assertThat(Moment.of(NOW.minus(Duration.ofMinutes(39)), NOW).words()).isEqualTo("39 min ago");
        assertThat(Moment.of(NOW.plus(Duration.ofMinutes(150)), NOW).words()).isEqualTo("in 2 h 30 min");
        assertThat(Moment.of(NOW.minus(Duration.ofDays(3)), NOW).words()).isEqualTo("3 days ago");
    }

    @Test
    void aDueTimeThatHasPassedIsOverdue() {
        assertThat(Moment.due(NOW.plusSeconds(60), NOW).words()).isEqualTo("Due in 1 min");
        assertThat(Moment.due(NOW, NOW).words()).isEqualTo("Overdue by 1 min");
        assertThat(Moment.due(NOW.minusSeconds(7200), NOW).words()).isEqualTo("Overdue by 2 h");
    }

    @Test
    void theExactTimeNamesItsZone() {
        assertThat(Moment.of(NOW, NOW).exact()).isEqualTo("22 Nov 2026, 14:00 UTC");
    }
}
