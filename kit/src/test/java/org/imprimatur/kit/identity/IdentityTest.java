package org.imprimatur.kit.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Set;
import org.junit.jupiter.api.Test;

class IdentityTest {

    private final Identity person = new Identity("rosa", Set.of("reviewer:family", "author"));

    @Test
    void theGroupsOfARoleAreKnownUnlessItIsHeldForEverything() {
        Identity person = new Identity("mara", Set.of("reviewer:family", "auditor:hospital", "author"));

        assertThat(person.groups("reviewer", "auditor")).hasValue(Set.of("family", "hospital"));
        assertThat(person.groups("administrator")).hasValue(Set.of());
        assertThat(person.groups("reviewer", "author")).isEmpty();
    }

    @Test
    void aRoleForOneGroupCountsOnlyThere() {
        assertThat(person.hasAny("reviewer")).isFalse();
        assertThat(person.hasAnySomewhere("reviewer")).isTrue();
        assertThat(person.within("family").hasAny("reviewer")).isTrue();
        assertThat(person.within("hospital").hasAny("reviewer")).isFalse();
        assertThat(person.within("").hasAny("reviewer")).isFalse();
    }

    @Test
    void aRoleForEverythingCountsInEveryGroup() {
        assertThat(person.within("family").hasAny("author")).isTrue();
        assertThat(person.within("").hasAny("author")).isTrue();
    }

    @Test
    void wordsThatMeanNothingAreLeftOut() {
        assertThat(Roles.known(Set.of("owner", "root:family", "reviewer:family", "REVIEWER", "auditor", "", "a:b:c")))
                .containsExactlyInAnyOrder("reviewer:family", "auditor");
    }

    @Test
    void aRoleIsAWordWithAtMostOneGroup() {
        assertThatThrownBy(() -> new Identity("rosa", Set.of("reviewer:")))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Identity("rosa", Set.of("reviewer:a:b")))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
