package org.imprimatur.approver.wire;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.imprimatur.approver.review.Addressee;
import org.imprimatur.approver.review.Approval;
import org.imprimatur.approver.review.Case;
import org.imprimatur.approver.review.Content;
import org.imprimatur.approver.review.Lease;
import org.imprimatur.approver.review.Open;
import org.imprimatur.approver.review.Review;
import org.imprimatur.approver.review.Stage;
import org.jspecify.annotations.Nullable;

/**
 * A review as JSON in the store {@code cases}. Fields may be added, with a meaning for their absence; a field is never
 * removed or given another meaning without a new {@link #FORMAT}, and a format from the future is refused.
 *
 * <p>Format 1 knew only {@code approvers} of an open case, and no decision that could be taken back.
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
        @Nullable List<String> approvers,
        @Nullable List<ApprovalJson> approvals,
        @Nullable String escalatedTo,
        @Nullable ReleaseJson release,
        @Nullable DecidedJson decided,
        List<String> answered) {

    static final int FORMAT = 2;

    record ContentJson(int revision, String hash) {
        static ContentJson of(Content content) {
            return new ContentJson(content.revision(), content.hash());
        }

        Content content() {
            return new Content(revision, hash);
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

    record ApprovalJson(String by, long sequence, long undoUntilMillis, boolean answers) {
        static ApprovalJson of(Approval approval) {
            return new ApprovalJson(
                    approval.by(),
                    approval.sequence(),
                    approval.undoUntil().toEpochMilli(),
                    approval.answersEscalation());
        }

        Approval approval() {
            return new Approval(by, sequence, Instant.ofEpochMilli(undoUntilMillis), answers);
        }
    }

    /** Approved, and not out yet. */
    record ReleaseJson(long completedBy, long atMillis) {}

    record DecidedJson(String by, long sequence, long undoUntilMillis) {
        static DecidedJson of(Stage.Decided decided) {
            return new DecidedJson(
                    decided.by(), decided.sequence(), decided.undoUntil().toEpochMilli());
        }

        Stage.Decided decided() {
            return new Stage.Decided(by, sequence, Instant.ofEpochMilli(undoUntilMillis));
        }
    }

    static ReviewSnapshot of(StoredReview stored) {
        Case state = stored.review().state();
        Optional<Stage.Approved> approved = only(Stage.Approved.class, state.stage());
        Optional<Stage.Closed> closed = only(Stage.Closed.class, state.stage());
        Optional<Open> open = only(Open.class, state.stage())
                .or(() -> approved.map(Stage.Approved::open))
                .or(() -> closed.map(Stage.Closed::before));
        return new ReviewSnapshot(
                FORMAT,
                state.postId(),
                state.sequence(),
                stored.lastHash(),
                stored.review().newest().map(ContentJson::of).orElse(null),
                open.map(Open::opening).map(OpeningJson::of).orElse(null),
                closed.map(Stage.Closed::outcome).orElse(null),
                open.flatMap(Open::lease).map(LeaseJson::of).orElse(null),
                null,
                open.map(each -> each.approvals().stream().map(ApprovalJson::of).toList())
                        .orElse(null),
                open.flatMap(Open::escalation).map(Addressee::text).orElse(null),
                approved.map(each -> new ReleaseJson(
                                each.completedBy(), each.releaseAt().toEpochMilli()))
                        .orElse(null),
                closed.flatMap(Stage.Closed::decided).map(DecidedJson::of).orElse(null),
                state.answered());
    }

    private static <S extends Stage> Optional<S> only(Class<S> kind, Stage stage) {
        return Optional.of(stage).filter(kind::isInstance).map(kind::cast);
    }

    StoredReview stored() {
        if (format < 1 || format > FORMAT) {
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
        Open open = new Open(
                opening.opening(),
                Optional.ofNullable(lease).map(LeaseJson::lease),
                allApprovals(),
                Optional.ofNullable(escalatedTo).flatMap(Addressee::read));
        if (outcome != null) {
            return new Stage.Closed(open, outcome, Optional.ofNullable(decided).map(DecidedJson::decided));
        }
        return release == null
                ? open
                : new Stage.Approved(open, release.completedBy(), Instant.ofEpochMilli(release.atMillis()));
    }

    private List<Approval> allApprovals() {
        if (approvals != null) {
            return approvals.stream().map(ApprovalJson::approval).toList();
        }
        return Optional.ofNullable(approvers).orElse(List.of()).stream()
                .map(by -> new Approval(by, 0, Instant.EPOCH, false))
                .toList();
    }
}
