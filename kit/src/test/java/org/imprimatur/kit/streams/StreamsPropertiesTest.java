package org.imprimatur.kit.streams;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.apache.kafka.streams.StreamsConfig;
import org.junit.jupiter.api.Test;

class StreamsPropertiesTest {

    private static final Path FOLDER = Path.of("state");

    @Test
    void everyApplicationRunsExactlyOnceNamedAndFailsClosed() {
        assertThat(StreamsProperties.of(settings(Optional.empty())))
                .containsEntry("application.id", "analyzer")
                .containsEntry("bootstrap.servers", "localhost:9092")
                .containsEntry("state.dir", FOLDER.toString())
                .containsEntry("num.stream.threads", 2)
                .containsEntry("commit.interval.ms", 10L)
                .containsEntry("num.standby.replicas", 1)
                .containsEntry("processing.guarantee", "exactly_once_v2")
                .containsEntry("ensure.explicit.internal.resource.naming", true)
                .containsEntry("group.protocol", "classic")
                .containsEntry("errors.dead.letter.queue.topic.name", "analyzer.dead-letters")
                .containsEntry("deserialization.exception.handler", DeadLetters.class)
                .containsEntry("processing.exception.handler", FailClosedProcessing.class)
                .containsEntry("processing.exception.handler.global.enabled", true)
                .containsEntry("production.exception.handler", FailClosedProduction.class)
                .containsEntry("main.consumer.session.timeout.ms", 6_000)
                .doesNotContainKey("main.consumer.group.instance.id");
    }

    @Test
    void kafkaTakesThePropertiesAsTheyAre() {
        StreamsConfig config = new StreamsConfig(StreamsProperties.of(settings(Optional.of("analyzer-1"))));

        assertThat(config.getMainConsumerConfigs("analyzer", "client", 0))
                .containsEntry("session.timeout.ms", 6_000)
                .containsEntry("heartbeat.interval.ms", 2_000)
                .containsEntry("isolation.level", "read_committed")
                .containsEntry("group.instance.id", "analyzer-1-0");
        assertThat(config.getProducerConfigs("client")).containsEntry("max.in.flight.requests.per.connection", 1);
    }

    @Test
    void settingsThatMakeNoSenseAreRefused() {
        assertThatThrownBy(() -> new StreamsSettings("", "b", FOLDER, 1, Duration.ofMillis(1), "d", 0))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new StreamsSettings("a", "b", FOLDER, 0, Duration.ofMillis(1), "d", 0))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new StreamsSettings("a", "b", FOLDER, 1, Duration.ZERO, "d", 0))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static StreamsSettings settings(Optional<String> instance) {
        return new StreamsSettings(
                "analyzer", "localhost:9092", FOLDER, 2, Duration.ofMillis(10), "analyzer.dead-letters", 1, instance);
    }
}
