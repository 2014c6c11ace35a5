package org.imprimatur.schemas;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.NewTopic;
import org.junit.jupiter.api.Test;

class TopicsTest {

    @Test
    void everyTopicAndEveryDeadLetterTopicIsProvisionedOnce() {
        List<String> names =
                Topics.toProvision((short) 1).stream().map(NewTopic::name).toList();

        assertThat(names)
                .doesNotHaveDuplicates()
                .containsExactlyInAnyOrderElementsOf(
                        Stream.concat(Topics.all().stream().map(Topic::name), Topics.allDeadLetters().stream())
                                .toList());
    }

    @Test
    void topicsKeyedByPostHaveTheSameNumberOfPartitions() {
        assertThat(Topics.all().stream().filter(topic -> topic.retention().isPresent()))
                .isNotEmpty()
                .allMatch(topic -> topic.partitions() == Topics.POST_PARTITIONS);
    }

    @Test
    void decisionsAreKeptSixYears() {
        assertThat(Topics.REVIEW_EVENTS.retention().orElseThrow()).isGreaterThanOrEqualTo(Duration.ofDays(6 * 366));
    }

    @Test
    void whatAnAuthorThrewAwayIsErasedWithinADay() {
        assertThat(Topics.UNSENT_DRAFTS.newTopic((short) 1).configs())
                .containsEntry("cleanup.policy", "compact")
                .containsEntry(
                        "max.compaction.lag.ms",
                        String.valueOf(Duration.ofDays(1).toMillis()));
    }
}
