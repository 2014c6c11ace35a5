package org.imprimatur.approver.wire;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.imprimatur.approver.review.Case;
import org.imprimatur.approver.review.Content;
import org.imprimatur.approver.review.Lease;
import org.imprimatur.approver.review.Opening;
import org.imprimatur.approver.review.Requirement;
import org.imprimatur.approver.review.Review;
import org.imprimatur.approver.review.Stage;
import org.jspecify.annotations.Nullable;

/**
 * A review as JSON in the store {@code cases}. Fields may be added, with a meaning for their absence; a field is never
 * removed or given another meaning without a new {@link #FORMAT}, and a format from the future is refused.
 */
@JsonIgnoreProperties(ignoreUnknown = true)
record ReviewSnapshot(
        int format,
        String postId,
        long sequence,
        String lastHash,
        @Nullable ContentJson newest,
        @Nullable OpeningJson opening,
        Stage.@Nullable Outcome outcome,
        @Nullable LeaseJson lease,
        List<String> approvers,
        List<String> answered) {

    static final int FORMAT = 1;

    record ContentJson(int revision, String hash) {
        static ContentJson of(Content content) {
            return new ContentJson(content.revision(), content.hash());
        }

        Content content() {
            return new Content(revision, hash);
        }
    }

    @JsonIgnoreProperties(ignoreUnknown = true)
    record OpeningJson(
            ContentJson content,
            Set<String> contributors,
            int approvalsNeeded,
            String policyVersion,
            String engineVersion) {

        static OpeningJson of(Opening opening) {
            return new OpeningJson(
                    ContentJson.of(opening.content()),
                    new TreeSet<>(opening.contributors()),
                    opening.requirement().approvals(),
                    opening.policyVersion(),
                    opening.engineVersion());
        }

        Opening opening() {
            Requirement requirement = new Requirement(approvalsNeeded);
            return new Opening(content.content(), contributors, requirement, policyVersion, engineVersion);
        }
    }

    record LeaseJson(String by, long untilMillis) {
        static LeaseJson of(Lease lease) {
            return new LeaseJson(lease.by(), lease.until().toEpochMilli());
        }

        Lease lease() {
            return new Lease(by, Instant.ofEpochMilli(untilMillis));
        }
    }

    static ReviewSnapshot of(StoredReview stored) {
        Case state = stored.review().state();
        Optional<Stage.Open> open =
                Optional.of(state.stage()).filter(Stage.Open.class::isInstance).map(Stage.Open.class::cast);
        Optional<Stage.Closed> closed = Optional.of(state.stage())
                .filter(Stage.Closed.class::isInstance)
                .map(Stage.Closed.class::cast);
        Optional<Opening> opening = open.map(Stage.Open::opening).or(() -> closed.map(Stage.Closed::opening));
        return new ReviewSnapshot(
                FORMAT,
                state.postId(),
                state.sequence(),
                stored.lastHash(),
                stored.review().newest().map(ContentJson::of).orElse(null),
                opening.map(OpeningJson::of).orElse(null),
                closed.map(Stage.Closed::outcome).orElse(null),
                open.flatMap(Stage.Open::lease).map(LeaseJson::of).orElse(null),
                open.map(Stage.Open::approvers).orElse(List.of()),
                state.answered());
    }

    StoredReview stored() {
        if (format != FORMAT) {
            throw new IllegalStateException("a review of " + postId + " is stored in format " + format);
        }
        Case state = new Case(postId, sequence, stage(), answered);
        Optional<Content> seen = Optional.ofNullable(newest).map(ContentJson::content);
        return new StoredReview(new Review(state, seen), lastHash);
    }

    private Stage stage() {
        if (opening == null) {
            return new Stage.NotHeld();
        }
        if (outcome != null) {
            return new Stage.Closed(opening.opening(), outcome);
        }
        return new Stage.Open(opening.opening(), Optional.ofNullable(lease).map(LeaseJson::lease), approvers);
    }
}
