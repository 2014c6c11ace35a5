package org.imprimatur.approver.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.kafka.common.serialization.Serde;
import org.imprimatur.approver.review.Open;
import org.imprimatur.approver.review.RandomReview;
import org.imprimatur.approver.review.Risk;
import org.imprimatur.approver.review.Step;
import org.junit.jupiter.api.Test;

class StoredReviewTest {
    private static final Serde<StoredReview> SERDE = ReviewSerdes.reviews();

    @Test
    void theChainOfAnyLifeVerifiesAndTheStoreGivesBackWhatItTook() {
        for (long seed = 0; seed < 300; seed++) {
            RandomReview life = new RandomReview(seed);
            StoredReview stored = StoredReview.none(life.postId());
            long sequence = 0;
            String hash = HistoryRecord.FIRST;
            for (int i = 0; i < 60; i++) {
                Step step = life.next().takenBy(stored.review(), life.terms());
                List<HistoryRecord> links = stored.links(step);
                for (HistoryRecord link : links) {
                    assertThat(link.follows(sequence, hash)).as("seed %d", seed).isTrue();
                    sequence = link.sequence();
                    hash = link.hash();
                }
                stored = roundTrip(stored.after(step, links));
                assertThat(stored.review()).isEqualTo(step.next());
                assertThat(stored.lastHash()).isEqualTo(hash);
            }
        }
    }

    @Test
    void aSnapshotWithAFieldFromTheFutureIsRead() {
        String json = new String(write(StoredReview.none("p1")), StandardCharsets.UTF_8);
        String later = json.replaceFirst("\\{", "{\"later\":1,");
        assertThat(read(later)).isEqualTo(StoredReview.none("p1"));
    }

    @Test
    void whatTheFirstFormatKeptIsStillRead() {
        String open = """
                {"format":1,"postId":"p1","sequence":2,"lastHash":"x","newest":{"revision":1,"hash":"aa"},
                 "opening":{"content":{"revision":1,"hash":"aa"},"contributors":["olga"],"approvalsNeeded":2,
                  "policyVersion":"v1","engineVersion":"e1"},
                 "outcome":null,"lease":null,"approvers":["mira"],"answered":["c1"]}""";

        Open stage = (Open) read(open).review().state().stage();

        assertThat(stage.approvers()).containsExactly("mira");
        assertThat(stage.opening().risk()).isEqualTo(Risk.HIGH);
        assertThat(stage.opening().expiresAt()).isEmpty();
    }

    @Test
    void aFormatFromTheFutureIsRefused() {
        String json = new String(write(StoredReview.none("p1")), StandardCharsets.UTF_8);
        String future = json.replace("\"format\":2", "\"format\":3");
        assertThat(future).isNotEqualTo(json);
        assertThatThrownBy(() -> read(future)).hasMessageContaining("format 3");
    }

    private static StoredReview roundTrip(StoredReview stored) {
        return SERDE.deserializer().deserialize("", write(stored));
    }

    private static byte[] write(StoredReview stored) {
        return SERDE.serializer().serialize("", stored);
    }

    private static StoredReview read(String json) {
        return SERDE.deserializer().deserialize("", json.getBytes(StandardCharsets.UTF_8));
    }
}
