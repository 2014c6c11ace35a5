package org.imprimatur.ingest.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class DraftTest {
    private static final Content CONTENT = new Content(
            "main",
            Kind.POST,
            Optional.empty(),
            "Flu shots on Saturday.",
            Map.of(),
            List.of(),
            List.of(),
            Optional.empty(),
            Optional.empty());

    @Test
    void whoeverWorkedOnAnEarlierRevisionStaysAContributor() {
        Draft first = Draft.first(new PostId("p-1"), "ana", CONTENT, Submissions.NOW);

        Draft second = Draft.next(first.asEarlier("h1"), "ben", CONTENT, Submissions.NOW);
        Draft third = Draft.next(second.asEarlier("h2"), "ana", CONTENT, Submissions.NOW);

        assertThat(third.revision()).isEqualTo(3);
        assertThat(third.author()).isEqualTo("ana");
        assertThat(third.contributors()).containsExactly("ana", "ben");
    }

    @Test
    void aDraftWhoseAuthorIsNoContributorDoesNotExist() {
        assertThatThrownBy(() -> new Draft(new PostId("p-1"), 1, "ana", List.of("ben"), CONTENT, Submissions.NOW))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void anIdThatCouldLeaveItsPlaceInAPathIsNoPostId() {
        assertThat(PostId.parse("../other")).isEmpty();
        assertThat(PostId.parse("")).isEmpty();
        assertThat(PostId.parse("x".repeat(65))).isEmpty();
        assertThat(PostId.parse("3f-A")).contains(new PostId("3f-A"));
    }
}
