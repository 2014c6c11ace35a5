package org.imprimatur.publisher.connectors.bluesky;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.imprimatur.publisher.Samples;
import org.imprimatur.publisher.delivery.DeliveryId;
import org.imprimatur.publisher.delivery.Post;
import org.junit.jupiter.api.Test;

class RecordKeyTest {
    private static final Instant NOW = Samples.NOW;

    @Test
    void itIsATimestampIdentifierOfTheProtocol() {
        assertThat(IntStream.range(0, 500).mapToObj(i -> RecordKey.of(post("key-" + i, NOW.plusMillis(i)))))
                .allMatch(key -> key.matches("[234567abcdefghij][234567abcdefghijklmnopqrstuvwxyz]{12}"));
    }

    @Test
    void itIsTheSameForTheSameDeliveryAndOtherForAnother() {
        assertThat(RecordKey.of(post("a", NOW))).isEqualTo(RecordKey.of(post("a", NOW)));
        assertThat(IntStream.range(0, 500).mapToObj(i -> RecordKey.of(post("key-" + i, NOW))))
                .doesNotHaveDuplicates();
    }

    @Test
    void laterDeliveriesHaveGreaterNames() {
        assertThat(RecordKey.of(post("a", NOW))).isLessThan(RecordKey.of(post("b", NOW.plusMillis(1))));
    }

    private static Post post(String key, Instant at) {
        return new Post(new DeliveryId("p", 1, "harbor"), key, "hash", "bluesky", "x", Optional.empty(), List.of(), at);
    }
}
