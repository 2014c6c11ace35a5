package org.imprimatur.kit.oidc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class RoleClaimTest {

    @Test
    void theProvidersWordsAreOurRolesWhereNothingElseIsSaid() {
        RoleClaim claim = RoleClaim.parse("roles", "");

        assertThat(claim.in(Map.of("roles", List.of("author", "reviewer:family"))))
                .containsExactlyInAnyOrder("author", "reviewer:family");
        assertThat(claim.in(Map.of("roles", "author auditor"))).containsExactlyInAnyOrder("author", "auditor");
    }

    @Test
    void onlyWordsWithAMeaningCountWhereMeaningsAreSaid() {
        RoleClaim claim = RoleClaim.parse("groups", "/posts/write=author, family=reviewer:family,family=author");

        assertThat(claim.in(Map.of("groups", List.of("family", "administrator", "reviewer"))))
                .containsExactlyInAnyOrder("author", "reviewer:family");
        assertThat(claim.in(Map.of("groups", List.of("/posts/write")))).isEqualTo(Set.of("author"));
    }

    @Test
    void aNestedClaimIsFoundByItsPath() {
        RoleClaim claim = RoleClaim.parse("realm_access.roles", "");

        assertThat(claim.in(Map.of("realm_access", Map.of("roles", List.of("auditor")))))
                .isEqualTo(Set.of("auditor"));
    }

    @Test
    void aMissingOrOddClaimGivesNothing() {
        RoleClaim claim = RoleClaim.parse("roles", "");

        assertThat(claim.in(Map.of())).isEmpty();
        assertThat(claim.in(Map.of("roles", true))).isEmpty();
        assertThat(claim.in(Map.of("roles", List.of(1, Map.of())))).isEmpty();
        assertThat(RoleClaim.parse("a.b", "").in(Map.of("a", "b"))).isEmpty();
    }

    @Test
    void aMeaningWithoutAnEqualsSignIsRefused() {
        assertThatThrownBy(() -> RoleClaim.parse("roles", "family")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> RoleClaim.parse(" ", "")).isInstanceOf(IllegalArgumentException.class);
    }
}
