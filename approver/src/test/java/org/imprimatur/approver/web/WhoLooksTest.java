package org.imprimatur.approver.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.imprimatur.approver.post.Glance;
import org.imprimatur.approver.readmodel.Presences;
import org.imprimatur.schemas.Topics;
import org.imprimatur.schemas.wire.Wire;
import org.junit.jupiter.api.Test;

class WhoLooksTest {
    private static final Instant NINE = Instant.parse("2026-11-23T09:00:00Z");

    private final GlancesUnderTest glances = new GlancesUnderTest(Wire.inMemory(), InstantSource.fixed(NINE));
    private final Presences presences = new Presences(glances);

    WhoLooksTest() throws SQLException {}

    @Test
    void whoClosesThePageIsSeenNoMore() {
        say("one", true, NINE);
        say("one", false, NINE.plusMillis(200));

        assertThat(presences.at("p", NINE.plusSeconds(1))).isEmpty();
    }

    @Test
    void whatAClosedPageSaidLateDoesNotOpenItAgain() {
        say("one", false, NINE);
        say("one", true, NINE.plusMillis(40));

        assertThat(presences.at("p", NINE.plusSeconds(1))).isEmpty();
    }

    @Test
    void whoHasTwoPagesOpenIsSeenOnceAndUntilTheLastCloses() {
        say("one", true, NINE);
        say("two", true, NINE.plusSeconds(1));
        assertThat(presences.at("p", NINE.plusSeconds(2))).containsExactly(new Presences.Looking("mara", NINE));

        say("one", false, NINE.plusSeconds(3));
        assertThat(presences.at("p", NINE.plusSeconds(4))).hasSize(1);
        say("two", false, NINE.plusSeconds(5));
        assertThat(presences.all(NINE.plusSeconds(6))).isEmpty();
    }

    @Test
    void whoLoadsThePageAgainIsSeenAlthoughTheOldPageClosedLater() {
        say("old", true, NINE);
        say("new", true, NINE.plusSeconds(60));
        say("old", false, NINE.plusSeconds(60).plusMillis(40));

        assertThat(presences.at("p", NINE.plusSeconds(61)))
                .extracting(Presences.Looking::person)
                .containsExactly("mara");
    }

    @Test
    void whoIsSilentIsForgotten() {
        say("one", true, NINE);

        assertThat(presences.at("p", NINE.plus(Presences.FORGOTTEN_AFTER))).isEmpty();
    }

    private void say(String page, boolean looking, Instant at) {
        var unused = glances.log()
                .send(new ProducerRecord<>(Topics.PRESENCE.name(), "p", new Glance("p", "mara", page, looking, at)));
    }
}
