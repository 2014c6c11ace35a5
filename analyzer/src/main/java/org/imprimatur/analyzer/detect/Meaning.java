package org.imprimatur.analyzer.detect;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.imprimatur.analyzer.draft.Finding;
import org.imprimatur.analyzer.draft.FindingKind;
import org.imprimatur.analyzer.draft.Span;
import org.imprimatur.analyzer.meaning.Ground;
import org.imprimatur.analyzer.meaning.LinearModel;
import org.imprimatur.analyzer.meaning.Opinion;
import org.imprimatur.analyzer.text.Tokens;

/** Drafts that read as a whole like those that people held, where no rule says the same already. */
final class Meaning implements Detector {

    private static final double HOLDS = 0.5;
    private static final String ASK = "A program compared the whole text with judged examples; a reviewer decides.";
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

    /** Loaded with the first draft, so that the rules can be used to train it. */
    private static final class Trained {
        static final LinearModel MODEL = LinearModel.trained();
    }

    @Override
    public String id() {
        return "meaning";
    }

    @Override
    public List<Finding> detect(Screening screening) {
        Opinion opinion = Trained.MODEL.opinion(Masking.read(screening));
        FindingKind kind = opinion.ground().kind();
        if (opinion.confidence() < HOLDS || isSaidByARule(opinion.ground(), screening)) {
            return List.of();
        }
        String sentence = "This reads like posts that " + LIKE.get(kind) + ". " + ASK;
        return List.of(new Finding(
                id(),
                kind,
                sentence(opinion.sentence(), screening),
                opinion.confidence(),
                sentence,
                Optional.empty(),
                Optional.empty()));
    }

    private static boolean isSaidByARule(Ground ground, Screening screening) {
        return Detectors.rules().stream()
                .flatMap(rule -> rule.detect(screening).stream())
                .anyMatch(finding -> ground.isSaidBy(finding.kind()) && finding.confidence() >= HOLDS);
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
