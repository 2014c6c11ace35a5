package org.imprimatur.analyzer.screen;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.imprimatur.analyzer.detect.KnownOrganization;
import org.imprimatur.analyzer.draft.Authorization;
import org.imprimatur.analyzer.draft.Draft;
import org.imprimatur.analyzer.judge.Judge;
import org.imprimatur.analyzer.judge.World;
import org.imprimatur.analyzer.policy.Account;
import org.imprimatur.analyzer.policy.Policy;
import org.imprimatur.analyzer.wire.Profile;

/** Judges the lines of a file on every core and writes what came of them in the file's order. */
final class Archive {

    /** Lines that are judged together; enough for every core, few enough for any memory. */
    private static final int BATCH = 1_024;

    private final Judge judge;
    private final Policy policy;
    private final KnownOrganization organization;
    private final Map<String, Authorization> authorizations;
    private final LocalDate today;

    /** Hears how it goes, in the file's order and one at a time. */
    interface Listener {

        void judged(Prediction prediction);

        /** A line that could not be understood; it is judged to be held. Lines count from 1. */
        void malformed(long line, String fault);
    }

    private record Numbered(long number, String line) {}

    private record Outcome(long number, Prediction prediction, Optional<String> fault) {}

    Archive(Judge judge, Policy policy, Profile profile, LocalDate today) {
        this.judge = judge;
        this.policy = policy;
        this.organization = KnownOrganization.of(profile.organization());
        this.authorizations = profile.authorizations().stream()
                .collect(Collectors.toUnmodifiableMap(Authorization::id, Function.identity(), (first, again) -> again));
        this.today = today;
    }

    /** Every line that is not blank gets a line, whatever is in it. */
    void screen(BufferedReader in, PrintWriter out, Listener listener) throws IOException {
        List<Numbered> batch = new ArrayList<>(BATCH);
        long number = 0;
        for (String line = in.readLine(); line != null; line = in.readLine()) {
            number++;
            if (!line.isBlank()) {
                batch.add(new Numbered(number, line));
            }
            if (batch.size() == BATCH) {
                write(batch, out, listener);
                batch.clear();
            }
        }
        write(batch, out, listener);
    }

    private void write(List<Numbered> batch, PrintWriter out, Listener listener) {
        List<Outcome> outcomes = batch.parallelStream().map(this::outcome).toList();
        for (Outcome outcome : outcomes) {
            out.println(outcome.prediction().json());
            outcome.fault().ifPresent(fault -> listener.malformed(outcome.number(), fault));
            listener.judged(outcome.prediction());
        }
    }

    private Outcome outcome(Numbered numbered) {
        return PostLine.parse(numbered.line(), numbered.number(), authorizations)
                .fold(
                        (draft, unknown) -> new Outcome(numbered.number(), judged(draft, unknown), Optional.empty()),
                        (id, fault) ->
                                new Outcome(numbered.number(), Prediction.malformed(id, fault), Optional.of(fault)));
    }

    private Prediction judged(Draft draft, Optional<String> unknownAuthorization) {
        World world = new World(
                Optional.of(policy),
                Optional.of(organization),
                Optional.of(Account.NONE),
                unknownAuthorization.stream().toList(),
                draft.contentHash(),
                today);
        return Prediction.of(draft.postId(), judge.judge(draft, world));
    }
}
