package org.imprimatur.kit.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Duration;
import org.imprimatur.kit.web.ProblemException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RateLimitTest {

    private final SteppedClock clock = new SteppedClock();
    private final RateLimit limit = new RateLimit(6, clock);

    @Test
    void whoAsksTooOftenIsToldHowLongToWait() {
        takeAll("ana");

        ProblemException refused = catchThrowableOfType(ProblemException.class, () -> limit.take("ana"));

        assertThat(refused.problem().status()).isEqualTo(429);
        assertThat(refused.headers()).containsEntry("Retry-After", "10");
    }

    @Test
    void afterTheWaitOneMoreIsTaken() {
        takeAll("ana");
        clock.advance(Duration.ofSeconds(10));

        limit.take("ana");

        assertThatThrownBy(() -> limit.take("ana")).isInstanceOf(ProblemException.class);
    }

    @Test
    void oneCallersHasteDoesNotSlowAnother() {
        takeAll("ana");

        limit.take("omar");

        assertThatThrownBy(() -> limit.take("ana")).isInstanceOf(ProblemException.class);
    }

    @ParameterizedTest
    @CsvSource({
        "192.0.2.7, 192.0.2.7",
        "2001:db8:1:2:3:4:5:6, 2001:db8:1:2::/64",
        "[2001:db8:1:2:9:9:9:9], 2001:db8:1:2::/64",
        "::1, '::/64'"
    })
    void aCallersAddressIsItsIpv4OrTheNetOfItsIpv6(String address, String counted) {
        assertThat(Address.prefix(address)).isEqualTo(counted);
    }

    private void takeAll(String caller) {
        for (int taken = 0; taken < 6; taken++) {
            limit.take(caller);
        }
    }
}
