package org.imprimatur.ingest.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.imprimatur.ingest.intake.Author;
import org.imprimatur.ingest.intake.Draft;
import org.imprimatur.ingest.intake.Known;
import org.imprimatur.ingest.intake.Picture;
import org.imprimatur.ingest.intake.PostId;
import org.junit.jupiter.api.Test;

final class DeskTest {
    private static final Author ANA = new Author("ana", Optional.empty());
    private static final PostId POST = new PostId("p-1");
    private static final Map<String, Object> TEXT = Map.of("account", "main", "text", "Flu shots.");

    private final InMemoryLog log = new InMemoryLog();
    private Instant now = Instant.parse("2026-10-01T12:00:00Z");
    private final Desk desk = new Desk(log, log, new Everything(), () -> now);

    @Test
    void aFirstSubmissionIsStoredAndARepeatIsNot() {
        Answer first = desk.submit(POST, ANA, TEXT);
        Answer second = desk.submit(POST, ANA, TEXT);

        assertThat(first).isInstanceOf(Answer.Stored.class);
        assertThat(second).isEqualTo(new Answer.Repeated(((Answer.Stored) first).receipt()));
        assertThat(log.drafts).hasSize(1);
    }

    @Test
    void aRepeatIsRecognizedAfterItsTimeHasComeAndAfterALaterRevision() {
        Map<String, Object> scheduled =
                Map.of("account", "main", "text", "Flu shots.", "scheduledAt", "2026-10-01T13:00:00Z");
        desk.submit(POST, ANA, scheduled);
        desk.revise(POST, ANA, Map.of("account", "main", "text", "Changed.", "baseRevision", 1));
        now = Instant.parse("2026-10-02T12:00:00Z");

        assertThat(desk.submit(POST, ANA, scheduled)).isInstanceOf(Answer.Repeated.class);
    }

    @Test
    void beforeTheBookIsReadNothingIsStored() {
        log.caughtUp = false;

        assertThat(desk.submit(POST, ANA, TEXT)).isEqualTo(new Answer.NotYet());
        assertThat(desk.revise(POST, ANA, TEXT)).isEqualTo(new Answer.NotYet());
        assertThat(log.drafts).isEmpty();
    }

    @Test
    void whatTheLogDoesNotAcknowledgeIsNotSaidToBeStored() {
        log.acknowledges = false;

        assertThat(desk.submit(POST, ANA, TEXT)).isEqualTo(new Answer.Uncertain());
    }

    @Test
    void aSubmissionWithFaultsNeverReachesTheLog() {
        assertThat(desk.submit(POST, ANA, Map.of())).isInstanceOf(Answer.Refused.class);
        assertThat(log.drafts).isEmpty();
    }

    @Test
    void aRevisionOnAnOlderOneIsAConflictThatNamesTheNewest() {
        desk.submit(POST, ANA, TEXT);
        desk.revise(POST, ANA, Map.of("account", "main", "text", "Two.", "baseRevision", 1));
        desk.revise(POST, ANA, Map.of("account", "main", "text", "Three.", "baseRevision", 2));

        Answer stale = desk.revise(POST, ANA, Map.of("account", "main", "text", "Two.", "baseRevision", 1));
        Answer ahead = desk.revise(POST, ANA, Map.of("account", "main", "text", "Five.", "baseRevision", 4));

        assertThat(stale)
                .isInstanceOfSatisfying(
                        Answer.Conflict.class,
                        conflict -> assertThat(conflict.detail()).startsWith("Revision 3 is the newest."));
        assertThat(ahead).isInstanceOf(Answer.Conflict.class);
        assertThat(log.drafts).extracting(Draft::revision).containsExactly(1, 2, 3);
    }

    @Test
    void nobodyRevisesAPostToWhichTheyDidNotContribute() {
        desk.submit(POST, ANA, TEXT);

        assertThat(desk.revise(
                        POST,
                        new Author("ben", Optional.empty()),
                        Map.of("account", "main", "text", "Mine.", "baseRevision", 1)))
                .isEqualTo(new Answer.UnknownPost());
    }

    /** Refers to whatever is asked for. */
    private record Everything() implements Known {
        @Override
        public boolean account(String id) {
            return true;
        }

        @Override
        public Optional<String> authorizationGroup(String id) {
            return Optional.of("");
        }

        @Override
        public Optional<String> platform(String account) {
            return Optional.of("outbox");
        }

        @Override
        public List<String> refusals(String platform, String text, List<Picture> media) {
            return List.of();
        }

        @Override
        public Set<String> platforms() {
            return Set.of("outbox");
        }

        @Override
        public Optional<String> mediaType(String hash) {
            return Optional.of("image/png");
        }
    }
}
