package org.imprimatur.analyzer.topology;

import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Predicate;
import org.apache.kafka.common.errors.RetriableException;
import org.apache.kafka.streams.errors.InvalidStateStoreException;
import org.imprimatur.analyzer.draft.Sketch;
import org.imprimatur.analyzer.judge.Judge;
import org.imprimatur.analyzer.judge.Judgement;
import org.imprimatur.analyzer.wire.Channels;
import org.imprimatur.analyzer.wire.Submission;
import org.imprimatur.schemas.wire.Wire;

/**
 * Judges what an author is still writing, by the same engine and registers as what is handed in. Keeps and logs nothing
 * of it. Safe for several threads.
 */
public final class LiveCheck {
    private final Desk desk;
    private final Judge judge;
    private final InstantSource clock;

    /** Reads the registers where the running topology keeps them. */
    public LiveCheck(Shelf shelf, Wire wire, Judge judge, InstantSource clock) {
        this.desk = new Desk(shelf, new Channels(wire));
        this.judge = judge;
        this.clock = clock;
    }

    /**
     * What the engine would say to it; empty while the registers can't be read.
     *
     * @param reaches whether who asks may rely on what this group keeps; an authorization of another counts as unknown
     */
    public Optional<Judgement> judge(Sketch sketch, Predicate<String> reaches) {
        Submission submission = Submission.of(sketch);
        try {
            Desk.Case opened = open(submission, reaches);
            return Optional.of(judge.judge(opened.draft(), opened.world()));
        } catch (InvalidStateStoreException | RetriableException notNow) {
            return Optional.empty();
        }
    }

    /** One at a time, because a desk remembers what it has prepared; judging takes longer and needs no turn. */
    private synchronized Desk.Case open(Submission submission, Predicate<String> reaches) {
        return desk.open(submission.postId(), submission, clock.instant(), reaches);
    }
}
