package org.imprimatur.analyzer.topology;

import static org.assertj.core.api.Assertions.assertThat;
import static org.imprimatur.analyzer.topology.Pipeline.sealed;
import static org.imprimatur.analyzer.topology.Pipeline.unsealed;

import java.util.List;
import org.imprimatur.analyzer.detect.Detector;
import org.imprimatur.analyzer.detect.Detectors;
import org.imprimatur.schemas.Topics;
import org.imprimatur.schemas.avro.ApprovedByPeople;
import org.imprimatur.schemas.avro.Draft;
import org.imprimatur.schemas.avro.FiredRule;
import org.imprimatur.schemas.avro.Held;
import org.imprimatur.schemas.avro.Release;
import org.imprimatur.schemas.avro.Told;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What an account published is remembered, and counts where it is told on. */
class MosaicTopologyTest {

    private static final String FIRST = "A patient from Ashgrove got a new knee. Classes start in spring.";
    private static final String SECOND = "One patient with a new knee is a widower and dances again.";

    private Pipeline pipeline;

    @BeforeEach
    void describeACounty() {
        pipeline = Pipeline.ready(Detectors.rules().toArray(Detector[]::new));
        pipeline.describe(Pipeline.county());
    }

    @AfterEach
    void close() {
        pipeline.close();
    }

    @Test
    void aReleaseLeavesWhatItTellsAndNoneOfItsWords() {
        pipeline.submit(draft("p-1", "main", FIRST));

        assertThat(pipeline.told()).singleElement().satisfies(told -> {
            assertThat(told.getPostId()).isEqualTo("p-1");
            assertThat(told.getPlace()).isEqualTo("Ashgrove");
            assertThat(told.getTraits()).containsExactly("knee replacement");
            assertThat(told.toString()).doesNotContain("Classes", "got a new knee");
        });
    }

    @Test
    void aReleaseThatTellsOfNobodyLeavesNothing() {
        pipeline.submit(draft("p-1", "main", "The gift shop opens at 9."));

        assertThat(pipeline.cleared()).hasSize(1);
        assertThat(pipeline.told()).isEmpty();
    }

    @Test
    void aDraftThatIsHarmlessAloneIsHeldWithTheEarlierPostNamed() {
        pipeline.submit(draft("p-1", "main", FIRST));
        pipeline.submit(draft("p-2", "main", SECOND));

        assertThat(pipeline.held()).singleElement().satisfies(held -> {
            assertThat(held.getDraft().getPostId()).isEqualTo("p-2");
            assertThat(held.getVerdict().getRules())
                    .extracting(FiredRule::getRuleId)
                    .contains("single-out-across-posts");
            assertThat(explanations(held))
                    .anySatisfy(sentence -> assertThat(sentence).contains("p-1", "Ashgrove"));
        });
    }

    @Test
    void theSameDraftIsClearedWhereNothingWasPublishedBefore() {
        pipeline.submit(draft("p-2", "main", SECOND));

        assertThat(pipeline.cleared()).hasSize(1);
        assertThat(pipeline.held()).isEmpty();
    }

    @Test
    void whatPeopleApprovedCountsToo() {
        Draft approved = draft("p-1", "main", FIRST);
        pipeline.send(
                Topics.CLEARED,
                "p-1",
                Release.newBuilder()
                        .setDraft(approved)
                        .setContentHash(approved.getContentHash())
                        .setClearance(new ApprovedByPeople(List.of("rosa"), 3L, ""))
                        .setReleasedAt(Pipeline.SUBMITTED)
                        .build());
        pipeline.submit(draft("p-2", "main", SECOND));

        assertThat(pipeline.held()).hasSize(1);
    }

    @Test
    void anotherAccountsPostsDoNotCount() {
        pipeline.register(Pipeline.account("other", null));
        pipeline.submit(draft("p-1", "other", FIRST));
        pipeline.submit(draft("p-2", "main", SECOND));

        assertThat(pipeline.cleared()).hasSize(2);
    }

    @Test
    void aPostDoesNotStandInItsOwnWayWhenItIsJudgedAgain() {
        pipeline.submit(draft("p-1", "main", FIRST));
        pipeline.submit(draft("p-1", "main", SECOND));

        assertThat(pipeline.cleared()).hasSize(2);
    }

    @Test
    void whatWasToldLongAgoDoesNotCount() {
        pipeline.send(
                Topics.TOLD,
                "main/p-1",
                Told.newBuilder()
                        .setAccount("main")
                        .setPostId("p-1")
                        .setReleasedAt(Pipeline.SUBMITTED.minusSeconds(91 * 86_400L * 4))
                        .setPlace("Ashgrove")
                        .setPeople(5200L)
                        .setTraits(List.of("knee replacement"))
                        .build());
        pipeline.submit(draft("p-2", "main", SECOND));

        assertThat(pipeline.held()).isEmpty();
    }

    @Test
    void whatCannotBeDecodedIsLeftOut() {
        pipeline.sendBytes(Topics.TOLD, "main/p-1", new byte[] {1, 2, 3});
        pipeline.submit(draft("p-2", "main", SECOND));

        assertThat(pipeline.cleared()).hasSize(1);
    }

    private static List<String> explanations(Held held) {
        return held.getVerdict().getFindings().stream()
                .map(finding -> finding.getExplanation())
                .toList();
    }

    private static Draft draft(String postId, String account, String text) {
        return sealed(unsealed(text).setPostId(postId).setAccount(account));
    }
}
