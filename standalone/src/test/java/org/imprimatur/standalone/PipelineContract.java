package org.imprimatur.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.imprimatur.standalone.Product.postId;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What the pipeline keeps on whatever Kafka and registry it runs. */
interface PipelineContract {

    Duration SOON = Duration.ofSeconds(30);

    /** Who approved can take it back for half a minute, and only then does it go out; the pipeline need not wait so long. */
    Map<String, String> SHORT_UNDO = Map.of("approver.undo", "1s");

    /** The running product; the same for every test of a class. */
    Product product();

    @Test
    default void aCleanDraftIsInTheOutboxWithinTwoSeconds() {
        String first = postId(product().author().submit("The cafeteria opens at 7 on weekdays.", "warm-up"));
        await().atMost(SOON).until(() -> product().isPublished(first));

        String postId = postId(product().author().submit("The north entrance opens at 6 on weekdays.", "clean"));

        await().atMost(Duration.ofSeconds(2)).until(() -> product().isPublished(postId));
    }

    @Test
    default void aRiskyDraftIsPublishedWhenSomebodyElseApproves() {
        String postId =
                postId(product().author().submit("Patient Elowen Marsh, MRN 0048231, went home today.", "risky"));
        await().atMost(SOON).until(() -> product().isWaiting(postId));
        assertThat(product().isPublished(postId)).isFalse();

        product().approve(postId);

        await().atMost(SOON).until(() -> product().isPublished(postId));
    }

    @Test
    default void theSameKeyMakesOnePost() {
        JsonNode first = product().author().submit("Parking is free this weekend.", "same");
        JsonNode second = product().author().submit("Parking is free this weekend.", "same");

        assertThat(postId(second)).isEqualTo(postId(first));
    }
}
