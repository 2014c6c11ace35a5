package org.imprimatur.analyzer.screen;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.imprimatur.analyzer.crowd.Earlier;
import org.imprimatur.analyzer.detect.KnownOrganization;
import org.imprimatur.analyzer.detect.PersonTold;
import org.imprimatur.analyzer.detect.Screening;
import org.imprimatur.analyzer.draft.Authorization;
import org.imprimatur.analyzer.draft.Draft;
import org.imprimatur.analyzer.judge.Judge;
import org.imprimatur.analyzer.judge.World;
import org.imprimatur.analyzer.policy.Account;
import org.imprimatur.analyzer.policy.Policy;
import org.imprimatur.analyzer.screen.PostLine.Posted;
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
    private final Map<String, List<Earlier>> memory = new HashMap<>();

    /** Hears how it goes, in the file's order and one at a time. */
    interface Listener {

        void judged(Prediction prediction);

        /** A line that could not be understood; it is judged to be held. Lines count from 1. */
        void malformed(long line, String fault);
    }

    private record Numbered(long number, String line) {}

    private record Read(long number, PostLine line, Optional<Earlier> told) {}

    private record Remembering(Read read, List<Earlier> earlier) {}

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
        List<Read> read = batch.parallelStream().map(this::read).toList();
        List<Remembering> lines = read.stream().map(this::remembering).toList();
        List<Outcome> outcomes = lines.parallelStream().map(this::outcome).toList();
        for (Outcome outcome : outcomes) {
            out.println(outcome.prediction().json());
            outcome.fault().ifPresent(fault -> listener.malformed(outcome.number(), fault));
            listener.judged(outcome.prediction());
        }
    }

    private Read read(Numbered numbered) {
        PostLine line = PostLine.parse(numbered.line(), numbered.number(), authorizations);
        return new Read(numbered.number(), line, line.fold(this::told, (id, fault) -> Optional.empty()));
    }

    private Optional<Earlier> told(PostLine.Understood line) {
        return line.posted()
                .flatMap(posted -> PersonTold.in(Screening.of(line.draft(), organization, today))
                        .map(portrait -> new Earlier(posted.account(), line.id(), posted.at(), portrait)));
    }

    /** In the file's order: every line meets what the lines before it told. */
    private Remembering remembering(Read read) {
        List<Earlier> earlier = read.line()
                .fold(PostLine.Understood::posted, (id, fault) -> Optional.<Posted>empty())
                .map(this::earlier)
                .orElse(List.of());
        read.told()
                .ifPresent(told -> memory.computeIfAbsent(told.account(), unused -> new ArrayList<>())
                        .add(told));
        return new Remembering(read, earlier);
    }

    private List<Earlier> earlier(Posted posted) {
        return memory.getOrDefault(posted.account(), List.of()).stream()
                .filter(post -> post.reaches(posted.at()))
                .toList();
    }

    private Outcome outcome(Remembering line) {
        long number = line.read().number();
        return line.read()
                .line()
                .fold(
                        understood -> new Outcome(number, judged(understood, line.earlier()), Optional.empty()),
                        (id, fault) -> new Outcome(number, Prediction.malformed(id, fault), Optional.of(fault)));
    }

    private Prediction judged(PostLine.Understood line, List<Earlier> earlier) {
        Draft draft = line.draft();
        World world = new World(
                Optional.of(policy),
                Optional.of(organization),
                Optional.of(Account.NONE),
                line.unknownAuthorization().stream().toList(),
                draft.contentHash(),
                today,
                earlier);
        return Prediction.of(draft.postId(), judge.judge(draft, world));
    }
}
