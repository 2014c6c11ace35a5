package org.imprimatur.schemas;

import static org.assertj.core.api.Assertions.assertThat;
import static org.imprimatur.schemas.Samples.draft;
import static org.imprimatur.schemas.Samples.event;

import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.imprimatur.schemas.avro.Draft;
import org.imprimatur.schemas.avro.DraftKind;
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

    @Test
    void theHistoryHashIgnoresItself() {
        ReviewEvent bare = event(1, HistoryHash.FIRST);

        ReviewEvent sealed =
                ReviewEvent.newBuilder(bare).setHash(HistoryHash.of(bare)).build();

        assertThat(HistoryHash.of(sealed)).isEqualTo(sealed.getHash());
    }
}
