package org.imprimatur.approver.web.author;

import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.imprimatur.approver.post.Action;
import org.imprimatur.approver.post.Finding;
import org.imprimatur.approver.post.Span;
import org.imprimatur.approver.post.Verdict;

/**
 * Other wording for what findings mark: a name becomes a role, an identifier goes, a sentence that may not stay goes, and
 * a reply that confirms too much becomes the one that the finding offers. A proposal: its author sees it before it is
 * taken, and the engine judges it again.
 */
final class SaferWording {
    private static final Map<String, String> STAND_INS = Map.of(
            "PATIENT_NAME", "a patient",
            "FAMILY_NAME", "a family member",
            "COWORKER_NAME", "a colleague",
            "UNKNOWN_NAME", "someone",
            "PERSON_NAME", "someone",
            "PHONE", "our main line",
            "HIGH_AGE", "90 or older",
            "AGE_OVER_89", "90 or older");

    private static final Set<String> LEFT_OUT = Set.of(
            "EMAIL",
            "URL",
            "HANDLE",
            "SSN",
            "MRN",
            "PLAN_ID",
            "ACCOUNT_NO",
            "LICENSE_NO",
            "VEHICLE_ID",
            "DEVICE_ID",
            "CARD",
            "IBAN",
            "IP",
            "ROOM",
            "ADDRESS",
            "ZIP");

    private static final Set<String> SENTENCES_LEFT_OUT = Set.of(
            "FAMILY_IDENTIFIER",
            "COWORKER",
            "REIDENTIFIABLE_COMBINATION",
            "TESTIMONIAL_WITHOUT_AUTHORIZATION",
            "PATIENT_STORY",
            "PROTOCOL_CONTRADICTION",
            "MISINFORMATION",
            "UNSUBSTANTIATED_CLAIM",
            "SUPERLATIVE",
            "ABSOLUTE_PROMISE",
            "UNPROFESSIONAL",
            "CONFIDENTIAL_INTERNAL");

    private static final Pattern YEAR = Pattern.compile("\\b(?:19|20)\\d\\d\\b");

    private final String text;
    private final int[] points;

    private SaferWording(String text) {
        this.text = text;
        this.points = text.codePoints().toArray();
    }

    /** One stretch, in code points, and what stands there instead. */
    private record Edit(int start, int end, String instead) {}

    /** The text with other wording for these findings, by index; empty where nobody knows any that leaves a text. */
    static Optional<String> of(String text, Verdict verdict, List<Integer> findings) {
        SaferWording wording = new SaferWording(text);
        for (int index : findings) {
            Finding finding = verdict.findings().get(index);
            if (finding.kind().equals("REPLY_CONFIRMS_PATIENT")
                    && finding.picture().isEmpty()) {
                return finding.suggestion().or(() -> suggestion(verdict, index)).map(SaferWording::unquoted);
            }
        }
        return wording.rewritten(findings.stream()
                .flatMap(index -> wording.edits(verdict.findings().get(index)).stream())
                .toList());
    }

    /** Findings, by index in the order of the text, for which there is other wording and which hold the draft. */
    static List<Integer> mendable(String text, Verdict verdict) {
        return IntStream.range(0, verdict.findings().size())
                .filter(index -> verdict.rules().stream()
                        .anyMatch(rule ->
                                rule.action() != Action.NOTE && rule.findings().contains(index)))
                .filter(index -> of(text, verdict, List.of(index))
                        .filter(other -> !other.equals(tidy(text)))
                        .isPresent())
                .boxed()
                .toList();
    }

    private static Optional<String> suggestion(Verdict verdict, int index) {
        return verdict.rules().stream()
                .filter(rule -> rule.findings().contains(index))
                .flatMap(rule -> rule.suggestion().stream())
                .findFirst();
    }

    private static String unquoted(String wording) {
        return wording.strip().replaceAll("^[“\"]|[”\"]$", "");
    }

    private List<Edit> edits(Finding finding) {
        List<Edit> edits = new ArrayList<>();
        for (Span span : finding.spans()) {
            if (span.end() > points.length || span.start() >= span.end()) {
                continue;
            }
            String kind = finding.kind();
            if (STAND_INS.containsKey(kind)) {
                edits.add(new Edit(span.start(), span.end(), STAND_INS.getOrDefault(kind, "")));
            } else if (LEFT_OUT.contains(kind)) {
                edits.add(new Edit(span.start(), span.end(), ""));
            } else if (kind.equals("CARE_DATE")) {
                edits.add(new Edit(span.start(), span.end(), year(words(span.start(), span.end()))));
            } else if (kind.equals("INDIVIDUAL_ADVICE")) {
                edits.add(sentence(span, finding.suggestion().orElse("")));
            } else if (SENTENCES_LEFT_OUT.contains(kind)) {
                edits.add(sentence(span, ""));
            } else if (kind.equals("DISGUISE")) {
                edits.add(new Edit(
                        span.start(),
                        span.end(),
                        words(span.start(), span.end()).replaceAll("\\p{Cf}", "")));
            }
        }
        return edits;
    }

    private static String year(String date) {
        Matcher year = YEAR.matcher(date);
        return year.find() ? year.group() : "recently";
    }

    /** The whole sentences that a span touches. */
    private Edit sentence(Span span, String instead) {
        BreakIterator sentences = BreakIterator.getSentenceInstance(Locale.US);
        sentences.setText(text);
        int from = text.offsetByCodePoints(0, span.start());
        int to = text.offsetByCodePoints(0, span.end());
        int start = from == 0 ? 0 : sentences.preceding(Math.min(from + 1, text.length()));
        int end = to >= text.length() ? text.length() : sentences.following(to - 1);
        return new Edit(
                text.codePointCount(0, Math.max(0, start)),
                text.codePointCount(0, end < 0 ? text.length() : end),
                instead.isEmpty() ? "" : instead + " ");
    }

    /** Of stretches that overlap, the longer one is changed. */
    private Optional<String> rewritten(List<Edit> edits) {
        List<Edit> chosen = new ArrayList<>();
        edits.stream()
                .sorted(Comparator.comparingInt((Edit edit) -> edit.start() - edit.end()))
                .filter(edit ->
                        chosen.stream().noneMatch(other -> edit.start() < other.end() && other.start() < edit.end()))
                .forEach(chosen::add);
        chosen.sort(Comparator.comparingInt(Edit::start));
        StringBuilder other = new StringBuilder();
        int at = 0;
        for (Edit edit : chosen) {
            other.append(words(at, edit.start())).append(fitted(edit));
            at = edit.end();
        }
        other.append(words(at, points.length));
        String tidy = tidy(other.toString());
        return tidy.isBlank() ? Optional.empty() : Optional.of(tidy);
    }

    /** A stand-in at the beginning of a sentence begins with a capital. */
    private String fitted(Edit edit) {
        String before = words(0, edit.start()).stripTrailing();
        boolean begins = before.isEmpty() || ".!?".indexOf(before.charAt(before.length() - 1)) >= 0;
        return begins && !edit.instead().isEmpty()
                ? Character.toUpperCase(edit.instead().charAt(0))
                        + edit.instead().substring(1)
                : edit.instead();
    }

    private static String tidy(String text) {
        return text.replaceAll("[ \\t]{2,}", " ")
                .replaceAll(" +([,.;:!?])", "$1")
                .replaceAll(",\\s*,", ",")
                .replaceAll("\\(\\s*\\)", "")
                .replaceAll("[ \\t]+\\n", "\n")
                .replaceAll("\\n{3,}", "\n\n")
                .strip();
    }

    private String words(int from, int to) {
        return new String(points, from, to - from);
    }
}
