package org.imprimatur.kit.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.Set;
import org.imprimatur.kit.identity.Session.Origin;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SessionsTest {

    private static final Identity AUTHOR = new Identity("author-1", Set.of("author", "reviewer:family"));

    private final SteppedClock clock = new SteppedClock();
    private final Sessions sessions = new Sessions(clock);

    @Test
    void aSessionIsFoundByItsIdOnly() {
        String id = begin();

        assertThat(sessions.find(id)).map(each -> each.identity().id()).contains("author-1");
        assertThat(sessions.find(id + "x")).isEmpty();
        assertThat(sessions.find(Tokens.hash(id))).isEmpty();
    }

    @Test
    void idsAndTokensAreLongAndDiffer() {
        String one = begin();
        String two = begin();

        assertThat(one).hasSize(43).isNotEqualTo(two);
        assertThat(sessions.find(one).map(Session::csrf))
                .isNotEqualTo(sessions.find(two).map(Session::csrf));
        assertThat(sessions.find(one).map(Session::csrf)).isNotEqualTo(java.util.Optional.of(one));
    }

    @Test
    void aSessionEndsAfterHalfAnHourWithoutARequest() {
        String id = begin();

        clock.advance(Duration.ofMinutes(29));
        assertThat(sessions.find(id)).isPresent();
        clock.advance(Duration.ofMinutes(29));
        assertThat(sessions.find(id)).isPresent();
        clock.advance(Duration.ofMinutes(30));
        assertThat(sessions.find(id)).isEmpty();
    }

    @Test
    void aSessionEndsTwelveHoursAfterItsSignInHoweverBusy() {
        String id = begin();
        for (int quarter = 1; quarter < 48; quarter++) {
            clock.advance(Duration.ofMinutes(15));
            assertThat(sessions.find(id)).isPresent();
        }

        clock.advance(Duration.ofMinutes(15));

        assertThat(sessions.find(id)).isEmpty();
    }

    @Test
    void anEndedSessionIsGoneAndTheOthersStay() {
        String one = begin();
        String two = begin();

        sessions.end(one);

        assertThat(sessions.find(one)).isEmpty();
        assertThat(sessions.find(two)).isPresent();
    }

    @Test
    void aSessionOutlivesTheProgramAndIsKnownToTheOtherInstance(@TempDir Path folder) {
        Path file = folder.resolve("identity/sessions.sqlite");
        Sessions one = new Sessions(IdentityFile.at(file), clock);
        Sessions other = new Sessions(IdentityFile.at(file), clock);

        String id = one.begin(AUTHOR, Origin.PROVIDER);

        assertThat(other.find(id)).isEqualTo(one.find(id)).isPresent();
        assertThat(other.find(id).map(Session::identity)).contains(AUTHOR);
        other.end(id);
        assertThat(one.find(id)).isEmpty();
    }

    @Test
    void everySessionOfAnAccountIsEndedAtOnce() {
        String one = begin();
        String two = begin();
        String others = sessions.begin(new Identity("author-2", Set.of()), Origin.LOCAL);

        assertThat(sessions.endAll("author-1")).isEqualTo(2);

        assertThat(sessions.find(one)).isEmpty();
        assertThat(sessions.find(two)).isEmpty();
        assertThat(sessions.find(others)).isPresent();
    }

    @Test
    void theFileHoldsNoIdAndOnlyItsOwnerReadsIt(@TempDir Path folder) throws java.io.IOException {
        Path file = folder.resolve("sessions.sqlite");
        Sessions kept = new Sessions(IdentityFile.at(file), clock);

        String id = kept.begin(AUTHOR, Origin.LOCAL);

        String bytes = Files.readString(file, java.nio.charset.StandardCharsets.ISO_8859_1);
        String csrf = kept.find(id).map(Session::csrf).orElseThrow();
        assertThat(bytes).contains(Tokens.hash(id)).doesNotContain(id).doesNotContain(csrf);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
    }

    private String begin() {
        return sessions.begin(AUTHOR, Origin.LOCAL);
    }
}
