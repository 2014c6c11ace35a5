package org.imprimatur.analyzer.topology;

import java.util.Optional;
import org.apache.kafka.common.errors.RetriableException;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.streams.errors.InvalidStateStoreException;
import org.imprimatur.analyzer.judge.Judge;
import org.imprimatur.analyzer.judge.Judgement;
import org.imprimatur.analyzer.policy.Policy;
import org.imprimatur.analyzer.wire.Channels;
import org.imprimatur.analyzer.wire.Submission;
import org.imprimatur.schemas.Topics;

/**
 * Judges drafts of the past once more: by the rules that judge and by others that might. Each is looked at once, by the
 * engine that judges what is handed in, as of the moment when it was handed in and with the registers of today; a freeze
 * of its account is left out, because it says nothing about rules. Keeps and logs nothing. For one thread.
 */
public final class Rehearsal {
    private final Desk desk;
    private final Channels channels;
    private final Judge judge;
    private final Policy policy;

    Rehearsal(Shelf shelf, Channels channels, Judge judge, Policy policy) {
        this.desk = new Desk(shelf, channels);
        this.channels = channels;
        this.judge = judge;
        this.policy = policy;
    }

    /**
     * What becomes of one draft.
     *
     * @param before by the rules that judge; without any it is held
     * @param after by the others
     */
    public record Outcome(Judgement before, Judgement after) {}

    /**
     * Judges a value of the topic {@code posts.drafts}; empty when it is none, or while the registers can't be read.
     */
    public Optional<Outcome> judge(byte[] draft) {
        try {
            Submission submission = channels.drafts().deserialize(Topics.DRAFTS.name(), draft);
            Desk.Case opened = desk.open(submission.postId(), submission, submission.submittedAt());
            var judged = judge.judge(opened.draft(), opened.world().unfrozen(), policy);
            return Optional.of(new Outcome(judged.before(), judged.after()));
        } catch (SerializationException
                | IllegalArgumentException
                | InvalidStateStoreException
                | RetriableException unjudgeable) {
            return Optional.empty();
        }
    }
}
