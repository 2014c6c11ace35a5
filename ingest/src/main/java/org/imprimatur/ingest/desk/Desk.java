package org.imprimatur.ingest.desk;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.imprimatur.ingest.intake.Author;
import org.imprimatur.ingest.intake.Draft;
import org.imprimatur.ingest.intake.Earlier;
import org.imprimatur.ingest.intake.Examination;
import org.imprimatur.ingest.intake.Examination.Accepted;
import org.imprimatur.ingest.intake.Intake;
import org.imprimatur.ingest.intake.Known;
import org.imprimatur.ingest.intake.PostId;

/**
 * Takes submissions: examines, recognizes repeats, appends, and answers only after the log has acknowledged.
 *
 * <p>Safe for several threads. Two submissions for one post are taken one after the other, so of two equal ones that
 * arrive together one is stored and the other is its repeat. That holds within one instance; two instances that get the
 * same submission in the same instant may both append it, under the same post, revision and content hash.
 */
public final class Desk {
    private static final String OTHER_CONTENT =
            "This Idempotency-Key was used before, with other content. Send other content under a new key.";

    private final DraftLog log;
    private final PostBook book;
    private final Known known;
    private final Supplier<Instant> clock;
    private final KeyedLocks<PostId> locks = new KeyedLocks<>();

    /** Builds a desk on its ports. */
    public Desk(DraftLog log, PostBook book, Known known, Supplier<Instant> clock) {
        this.log = log;
        this.book = book;
        this.known = known;
        this.clock = clock;
    }

    /**
     * Takes the first revision of a post.
     *
     * @param postId the same for each repeat of the same submission
     * @param submission the JSON object that was sent, see {@link Intake}
     */
    public Answer submit(PostId postId, Author author, Map<String, ?> submission) {
        return whenCaughtUp(postId, () -> {
            Optional<Earlier> before = book.revision(postId, 1);
            // A repeat is judged as of its first time, so that it gets the same answer after its schedule has passed.
            Instant now = before.map(Earlier::submittedAt).orElseGet(this::now);
            return examined(
                    Intake.first(submission, author, known, now),
                    accepted ->
                            settle(Draft.first(postId, author.id(), accepted.content(), now), before, OTHER_CONTENT));
        });
    }

    /** Takes a later revision; only of a post that {@code author} has contributed to, and only of its newest revision. */
    public Answer revise(PostId postId, Author author, Map<String, ?> submission) {
        return whenCaughtUp(postId, () -> {
            Optional<Earlier> newest =
                    book.newest(postId).filter(found -> found.contributors().contains(author.id()));
            if (newest.isEmpty()) {
                return new Answer.UnknownPost();
            }
            return examined(
                    Intake.revision(submission, author, known, asOf(newest.get(), submission)),
                    accepted -> revise(newest.get(), author.id(), accepted));
        });
    }

    private Answer revise(Earlier newest, String author, Accepted accepted) {
        int base = accepted.baseRevision().orElseThrow();
        String stale = "Revision %d is the newest. Look at it, then send your change with baseRevision %d."
                .formatted(newest.revision(), newest.revision());
        if (base == newest.revision()) {
            return settle(Draft.next(newest, author, accepted.content(), now()), Optional.empty(), stale);
        }
        if (base == newest.revision() - 1 && newest.author().equals(author)) {
            return book.revision(newest.postId(), base)
                    .map(based -> settle(
                            Draft.next(based, author, accepted.content(), newest.submittedAt()),
                            Optional.of(newest),
                            stale))
                    .orElse(new Answer.Conflict(stale));
        }
        return new Answer.Conflict(stale);
    }

    private Answer settle(Draft draft, Optional<Earlier> before, String conflict) {
        String hash = log.contentHash(draft);
        if (before.isPresent()) {
            return before.get().contentHash().equals(hash)
                    ? new Answer.Repeated(Receipt.of(before.get()))
                    : new Answer.Conflict(conflict);
        }
        if (log.append(draft) == DraftLog.Outcome.UNCERTAIN) {
            return new Answer.Uncertain();
        }
        Earlier stored = draft.asEarlier(hash);
        book.acknowledged(stored);
        return new Answer.Stored(Receipt.of(stored));
    }

    private static Answer examined(Examination examination, Function<Accepted, Answer> accepted) {
        return examination.fold(accepted, refused -> new Answer.Refused(refused.faults()));
    }

    private Answer whenCaughtUp(PostId postId, Supplier<Answer> work) {
        return locks.holding(postId, () -> book.caughtUp() ? work.get() : new Answer.NotYet());
    }

    /** What looks like a repeat of the newest revision is judged as of its first time, as in {@link #submit}. */
    private Instant asOf(Earlier newest, Map<String, ?> submission) {
        boolean repeat = Integer.valueOf(newest.revision() - 1).equals(submission.get("baseRevision"));
        return repeat ? newest.submittedAt() : now();
    }

    private Instant now() {
        return clock.get().truncatedTo(ChronoUnit.MILLIS);
    }
}
