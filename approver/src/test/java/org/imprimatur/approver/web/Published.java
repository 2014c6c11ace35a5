package org.imprimatur.approver.web;

import java.time.Duration;
import java.util.Optional;
import org.imprimatur.schemas.avro.DeliveryState;

/** What an invented hospital published: one of everything that people must do something about. */
final class Published {
    static final int LIVE = 21;
    static final int UNCONFIRMED = 22;
    static final int TASK = 23;
    static final int REFUSED = 24;
    static final int SCHEDULED = 25;

    private Published() {}

    static void fill(ConsoleUnderTest console) {
        one(console, LIVE, "The flu clinic opens on Saturday at nine.", DeliveryState.PUBLISHED, "");
        one(
                console,
                UNCONFIRMED,
                "Parking is free this weekend, also in the long-stay garage behind the north entrance.",
                DeliveryState.UNCONFIRMED,
                "the answer was lost, and the post was not found afterwards");
        one(
                console,
                TASK,
                "The summer fair is on the fourth of July.",
                DeliveryState.TAKEDOWN_TASK,
                "this platform can't take down what it published");
        one(
                console,
                REFUSED,
                "A very long post.",
                DeliveryState.REJECTED,
                "bluesky takes at most 300 characters, and this has 412");
        one(console, SCHEDULED, "Happy new year from all of us.", DeliveryState.SCHEDULED, "scheduled");
    }

    private static void one(ConsoleUnderTest console, int number, String text, DeliveryState state, String reason) {
        console.gate.has(
                Sample.draft(Sample.id(number), text, console.clock.instant())
                        .under("A-101")
                        .draft(),
                state,
                Optional.of(reason).filter(said -> !said.isEmpty()));
        console.clock.advance(Duration.ofMinutes(3));
    }
}
