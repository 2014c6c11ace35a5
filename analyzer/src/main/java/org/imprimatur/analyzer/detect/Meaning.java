package org.imprimatur.analyzer.detect;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.imprimatur.analyzer.draft.Finding;
import org.imprimatur.analyzer.draft.FindingKind;
import org.imprimatur.analyzer.draft.Span;
import org.imprimatur.analyzer.meaning.Evidence;
import org.imprimatur.analyzer.meaning.Ground;
import org.imprimatur.analyzer.meaning.MeaningModel;
import org.imprimatur.analyzer.meaning.Opinion;
import org.imprimatur.analyzer.meaning.Reading;
import org.imprimatur.analyzer.text.Tokens;

/**
 * Weighs what the cues say against how the whole text reads. A cue that the model bears out keeps its place and its
 * words and gets the model's confidence, another becomes a weak sign; what the model sees and no cue says it tells itself.
 */
final class Meaning implements Detector {

    private static final String ASK = "A program compared the whole text with judged examples; a reviewer decides.";
    private static final double WEAK = 0.45;
    private static final Map<FindingKind, String> LIKE = Map.ofEntries(
            Map.entry(FindingKind.FAMILY_IDENTIFIER, "tell of a patient's relatives"),
            Map.entry(FindingKind.COWORKER, "tell a coworker's private matters"),
            Map.entry(
                    FindingKind.REIDENTIFIABLE_COMBINATION, "tell enough about a patient for others to recognize them"),
            Map.entry(FindingKind.REPLY_CONFIRMS_PATIENT, "confirm that somebody was a patient here"),
            Map.entry(FindingKind.PROTOCOL_CONTRADICTION, "say something else than the organization's protocols"),
            Map.entry(FindingKind.MISINFORMATION, "say something about health that the evidence does not bear out"),
            Map.entry(FindingKind.UNSUBSTANTIATED_CLAIM, "promise or rank something without support"),
            Map.entry(FindingKind.UNPROFESSIONAL, "mock, scold or let off steam"),
            Map.entry(FindingKind.INDIVIDUAL_ADVICE, "advise one person what to take or do"),
            Map.entry(FindingKind.TESTIMONIAL_WITHOUT_AUTHORIZATION, "tell a patient's story without an authorization"),
            Map.entry(FindingKind.CONFIDENTIAL_INTERNAL, "tell what is meant for inside the organization"));

    private final List<Detector> cues;

    /** Loaded with the first draft, so that the cues can be used to train it. */
    private static final class Trained {
        static final MeaningModel MODEL = load();

        /** Reading the weights takes some hundred megabytes for a moment; a heap that has grown is not given back unasked. */
        private static MeaningModel load() {
            MeaningModel model = MeaningModel.trained();
            System.gc();
            return model;
        }
    }

    /**
     * @param cues what is weighed; their findings about anything else than what a draft says or does stay as they are
     */
    Meaning(List<Detector> cues) {
        this.cues = List.copyOf(cues);
    }

    /** Loads the model now. */
    static void load() {
        Objects.requireNonNull(Trained.MODEL);
    }

    @Override
    public String id() {
        return "meaning";
    }

    @Override
    public List<Finding> detect(Screening screening) {
        List<Finding> seen =
                cues.stream().flatMap(cue -> cue.detect(screening).stream()).toList();
        Reading reading = Masking.read(screening);
        Opinion opinion = Trained.MODEL.opinion(reading, Evidence.of(seen));
        List<Finding> findings = new ArrayList<>();
        seen.forEach(finding -> findings.add(weighed(finding, opinion)));
        if (opinion.holds()) {
            List<Finding> others = Detectors.sure().stream()
                    .flatMap(rule -> rule.detect(screening).stream())
                    .toList();
            add(findings, others, opinion, screening);
            ToldFacts.add(findings, others, opinion, reading, screening);
        }
        if (!opinion.complete()) {
            findings.add(new Finding(
                    id(),
                    FindingKind.UNREADABLE,
                    List.of(),
                    1,
                    "This text is too long to be read to its end.",
                    Optional.empty(),
                    Optional.empty()));
        }
        return findings;
    }

    private static Finding weighed(Finding cue, Opinion opinion) {
        if (cue.kind().group() != FindingKind.Group.CONTENT) {
            return cue;
        }
        boolean borneOut = opinion.holds() && (cue.confidence() >= Opinion.LIKELY || names(opinion, cue.kind()));
        double confidence = borneOut ? opinion.confidence() : Math.min(WEAK, cue.confidence());
        return new Finding(
                cue.detector(),
                cue.kind(),
                cue.spans(),
                confidence,
                cue.explanation(),
                cue.citation(),
                cue.suggestion());
    }

    private static boolean names(Opinion opinion, FindingKind kind) {
        return opinion.grounds().keySet().stream().anyMatch(ground -> ground.kind() == kind && opinion.names(ground));
    }

    private void add(List<Finding> findings, List<Finding> others, Opinion opinion, Screening screening) {
        for (Ground ground : Ground.values()) {
            if (opinion.names(ground) && !isSaid(ground, findings) && !isSaid(ground, others)) {
                findings.add(new Finding(
                        id(),
                        ground.kind(),
                        sentence(opinion.sentence(), screening),
                        opinion.confidence(),
                        "This reads like posts that " + LIKE.get(ground.kind()) + ". " + ASK,
                        Optional.empty(),
                        Optional.empty()));
            }
        }
    }

    private static boolean isSaid(Ground ground, List<Finding> findings) {
        return findings.stream()
                .anyMatch(finding -> ground.isSaidBy(finding.kind()) && finding.confidence() >= Opinion.LIKELY);
    }

    private static List<Span> sentence(int sentence, Screening screening) {
        Tokens tokens = screening.tokens();
        int start = 0;
        while (start < tokens.size() && tokens.get(start).sentence() < sentence) {
            start++;
        }
        int end = start;
        while (end < tokens.size() && tokens.get(end).sentence() == sentence) {
            end++;
        }
        return start < end ? List.of(screening.span(start, end)) : List.of();
    }
}
