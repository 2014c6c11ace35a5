package org.imprimatur.schemas;

import static org.assertj.core.api.Assertions.assertThat;
import static org.imprimatur.schemas.Samples.draft;
import static org.imprimatur.schemas.Samples.event;

import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.imprimatur.schemas.avro.Actor;
import org.imprimatur.schemas.avro.Draft;
import org.imprimatur.schemas.avro.DraftKind;
import org.imprimatur.schemas.avro.EventKind;
import org.imprimatur.schemas.avro.Media;
import org.imprimatur.schemas.avro.ReviewEvent;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class HashesTest {

    static Stream<UnaryOperator<Draft.Builder>> whateverAnApprovalFreezes() {
        return Stream.of(
                draft -> draft.setPostId("p2"),
                draft -> draft.setAccount("other"),
                draft -> draft.setKind(DraftKind.REPLY),
                draft -> draft.setInReplyTo(""),
                draft -> draft.setText("Flu shots today!"),
                draft -> draft.setVariants(Map.of("x", "shor", "tbluesky", "longer")),
                draft -> draft.setMedia(List.of()),
                draft -> draft.setMedia(List.of(new Media("b".repeat(64), "image/png", "A lighthouse"))),
                draft -> draft.setMedia(List.of(new Media("a".repeat(64), "image/png", "A lighthouse."))),
                draft -> draft.setAuthorizations(List.of("A-1")),
                draft -> draft.setScheduledAt(null),
                draft -> draft.setScheduledAt(Samples.NOON),
                draft -> draft.setExpiresAt(Samples.NOON));
    }

    @ParameterizedTest
    @MethodSource("whateverAnApprovalFreezes")
    void changingWhatWasApprovedChangesTheHash(UnaryOperator<Draft.Builder> change) {
        Draft approved = draft("Flu shots today.");

        Draft changed = change.apply(Draft.newBuilder(approved)).build();

        assertThat(ContentHash.of(changed)).isNotEqualTo(ContentHash.of(approved));
    }

    @Test
    void theContentHashIsTheSameForEveryRevisionAndAuthorOfTheSameContent() {
        Draft first = draft("Flu shots today.");

        Draft again = Draft.newBuilder(first)
                .setRevision(7)
                .setAuthor("ben")
                .setContentHash("x")
                .build();

        assertThat(ContentHash.of(again)).isEqualTo(ContentHash.of(first)).matches("[0-9a-f]{64}");
    }

    @Test
    void theContentHashNeverChangesItsRule() {
        assertThat(ContentHash.of(draft("Flu shots today.")))
                .isEqualTo("10a76886e61474982b3ec1fd1e4ba4b3b2685aab9a3f41c6dfb4588887ac9463");
    }

    @Test
    void theHistoryHashCoversTheEventBeforeIt() {
        ReviewEvent first = event(2, HistoryHash.FIRST);
        ReviewEvent other = event(2, "1".repeat(64));

        assertThat(HistoryHash.of(first)).isNotEqualTo(HistoryHash.of(other));
    }

    static Stream<UnaryOperator<ReviewEvent.Builder>> whateverAnEventSays() {
        return Stream.of(
                event -> event.setPostId("p2"),
                event -> event.setRevision(2),
                event -> event.setContentHash("d".repeat(64)),
                event -> event.setSequence(3),
                event -> event.setKind(EventKind.APPROVED),
                event -> event.setCommandId(null),
                event -> event.setActor(null),
                event -> event.setActor(new Actor("rosa", List.of("reviewer", "auditor"))),
                event -> event.setReason(""),
                event -> event.setRefusal(""),
                event -> event.setPolicy(""),
                event -> event.setPolicyVersion("2"),
                event -> event.setEngineVersion("2"),
                event -> event.setApprovalsNeeded(1),
                event -> event.setContributors(List.of("ana")),
                event -> event.setNote(""),
                event -> event.setUntil(Samples.NOON),
                event -> event.setWhom(""),
                event -> event.setSecondLook(true),
                event -> event.setLowRisk(true),
                event -> event.setInBulk(true),
                event -> event.setEnough(true),
                event -> event.setMadeHash(""),
                event -> event.setUndone(1),
                event -> event.setAt(Samples.NOON.plusMillis(1)));
    }

    @Test
    void everyChangeOfAnEventGivesAHashOfItsOwn() {
        ReviewEvent bare = event(2, HistoryHash.FIRST);

        List<String> hashes = Stream.concat(
                        Stream.of(UnaryOperator.<ReviewEvent.Builder>identity()), whateverAnEventSays())
                .map(change -> HistoryHash.of(
                        change.apply(ReviewEvent.newBuilder(bare)).build()))
                .toList();

        assertThat(hashes).doesNotHaveDuplicates();
    }

    @Test
    void noFieldOfAnEventIsForgotten() {
        assertThat(ReviewEvent.getClassSchema().getFields())
                .as("a new field belongs into HistoryHash and into whateverAnEventSays")
                .hasSize(26);
    }

    @Test
    void anEventThatSaysNothingNewKeepsTheHashThatItAlwaysHad() {
        assertThat(HistoryHash.of(event(1, HistoryHash.FIRST)))
                .isEqualTo("96e191b5d6b658c7345628a0a4d37323afbb2346ad1cd17c269c80f977349635");
    }

    @Test
    void theHistoryHashIgnoresItself() {
        ReviewEvent bare = event(1, HistoryHash.FIRST);

        ReviewEvent sealed =
                ReviewEvent.newBuilder(bare).setHash(HistoryHash.of(bare)).build();

        assertThat(HistoryHash.of(sealed)).isEqualTo(sealed.getHash());
    }
}
