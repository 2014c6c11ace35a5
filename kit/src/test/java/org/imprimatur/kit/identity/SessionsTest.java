package org.imprimatur.kit.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class SessionsTest {

    private final SteppedClock clock = new SteppedClock();
    private final Sessions sessions = new Sessions(clock);

    @Test
    void aSessionIsFoundByItsIdOnly() {
        String id = sessions.begin("author-1");

        assertThat(sessions.find(id)).map(Session::accountId).contains("author-1");
        assertThat(sessions.find(id + "x")).isEmpty();
        assertThat(sessions.find(Tokens.hash(id))).isEmpty();
    }

    @Test
    void idsAndTokensAreLongAndDiffer() {
        String one = sessions.begin("author-1");
        String two = sessions.begin("author-1");

        assertThat(one).hasSize(43).isNotEqualTo(two);
        assertThat(sessions.find(one).map(Session::csrf))
                .isNotEqualTo(sessions.find(two).map(Session::csrf));
        assertThat(sessions.find(one).map(Session::csrf)).isNotEqualTo(java.util.Optional.of(one));
    }

    @Test
    void aSessionEndsAfterHalfAnHourWithoutARequest() {
        String id = sessions.begin("author-1");

        clock.advance(Duration.ofMinutes(29));
        assertThat(sessions.find(id)).isPresent();
        clock.advance(Duration.ofMinutes(29));
        assertThat(sessions.find(id)).isPresent();
        clock.advance(Duration.ofMinutes(30));
        assertThat(sessions.find(id)).isEmpty();
    }

    @Test
    void aSessionEndsTwelveHoursAfterItsSignInHoweverBusy() {
        String id = sessions.begin("author-1");
        for (int quarter = 1; quarter < 48; quarter++) {
            clock.advance(Duration.ofMinutes(15));
            assertThat(sessions.find(id)).isPresent();
        }

        clock.advance(Duration.ofMinutes(15));

        assertThat(sessions.find(id)).isEmpty();
    }

    @Test
    void anEndedSessionIsGoneAndTheOthersStay() {
        String one = sessions.begin("author-1");
        String two = sessions.begin("author-1");

        sessions.end(one);

        assertThat(sessions.find(one)).isEmpty();
        assertThat(sessions.find(two)).isPresent();
    }
}
