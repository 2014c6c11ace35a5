package org.imprimatur.approver.web.author;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

class SlotTest {
    private static final ZoneId DENVER = ZoneId.of("America/Denver");

    @Test
    void aTimeIsReadInTheZoneOfTheAccount() {
        assertThat(Slot.of("2026-12-01T09:00", DENVER).machine()).contains("2026-12-01T09:00:00-07:00");
        assertThat(Slot.of("2026-07-01T09:00", DENVER).machine()).contains("2026-07-01T09:00:00-06:00");
        assertThat(Slot.of("2026-12-01T09:00", ZoneOffset.UTC).machine()).contains("2026-12-01T09:00:00+00:00");
    }

    @Test
    void anHourThatTheClocksSkipIsRefusedWithTheNextOne() {
        Slot skipped = Slot.of("2027-03-14T02:30", DENVER);

        assertThat(skipped.at()).isEmpty();
        assertThat(skipped.fault().orElseThrow())
                .contains("from 02:00 to 03:00")
                .contains("Choose 03:00 or later");
    }

    @Test
    void anHourThatComesTwiceIsItsFirst() {
        Slot twice = Slot.of("2026-11-01T01:30", DENVER);

        assertThat(twice.machine()).contains("2026-11-01T01:30:00-06:00");
        assertThat(twice.remark().orElseThrow()).contains("comes twice");
    }

    @Test
    void nothingIsNoFaultAndNonsenseIs() {
        assertThat(Slot.of("", DENVER).fault()).isEmpty();
        assertThat(Slot.of("tomorrow", DENVER).fault()).isPresent();
    }

    @Test
    void whatWasTypedComesBackAsItWasTyped() {
        assertThat(Slot.typed(Instant.parse("2026-12-01T16:00:00Z"), DENVER)).isEqualTo("2026-12-01T09:00");
        assertThat(Slot.length(Duration.ofMinutes(80))).isEqualTo("1 h 20 min");
    }
}
