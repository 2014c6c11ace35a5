package org.imprimatur.kit.streams;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.apache.kafka.streams.KafkaStreams.State;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.kstream.Grouped;
import org.apache.kafka.streams.kstream.Materialized;
import org.imprimatur.kit.lifecycle.Health;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class StreamsRunnerTest {

    private static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");

    @TempDir
    private Path folder;

    @ParameterizedTest
    @EnumSource(State.class)
    void onlyARunningApplicationIsUp(State state) {
        assertThat(StreamsRunner.health(state).isUp()).isEqualTo(state == State.RUNNING);
    }

    @Test
    void beforeItsStartAnApplicationIsDown() {
        assertThat(runner(new StreamsBuilder()).health()).isEqualTo(Health.down("not started"));
    }

    @Test
    void aTopologyWithAnUnnamedStoreIsRefused() {
        StreamsBuilder builder = new StreamsBuilder();
        builder.stream("in").groupByKey().count();

        assertThatThrownBy(runner(builder)::start)
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("[KSTREAM-AGGREGATE-STATE-STORE-0000000001]");
    }

    @Test
    void aTopologyWithAnUnnamedInternalTopicIsRefused() {
        StreamsBuilder builder = new StreamsBuilder();
        builder.stream("in").repartition().to("out");

        assertThatThrownBy(() -> Names.check(builder.build())).hasMessageContaining("-repartition");
    }

    @Test
    void aTopologyWhoseStoresAndInternalTopicsAreNamedIsTaken() {
        StreamsBuilder builder = new StreamsBuilder();
        builder.stream("in")
                .groupBy((key, value) -> value, Grouped.as("by-value"))
                .count(Materialized.as("counts"));
        builder.globalTable("policies", Materialized.as("policies-store"));

        assertThatCode(() -> Names.check(builder.build())).doesNotThrowAnyException();
    }

    @Test
    void closingWhatNeverStartedIsHarmless() {
        StreamsRunner runner = runner(new StreamsBuilder());

        runner.close();

        assertThat(runner.health().isUp()).isFalse();
    }

    @Test
    void aThreadIsReplacedSoManyTimesInAWindowAndNoMore() {
        Replacements replacements = new Replacements(2, Duration.ofMinutes(10));

        assertThat(replacements.take(NOW)).isTrue();
        assertThat(replacements.take(NOW.plusSeconds(1))).isTrue();
        assertThat(replacements.take(NOW.plusSeconds(2))).isFalse();
        assertThat(replacements.take(NOW.plusSeconds(600))).isTrue();
        assertThat(replacements.take(NOW.plusSeconds(600))).isFalse();
    }

    private StreamsRunner runner(StreamsBuilder builder) {
        StreamsSettings settings =
                new StreamsSettings("test", "localhost:1", folder, 1, Duration.ofMillis(10), "dead-letters", 0);
        return new StreamsRunner(settings, builder.build(), new SimpleMeterRegistry());
    }
}
