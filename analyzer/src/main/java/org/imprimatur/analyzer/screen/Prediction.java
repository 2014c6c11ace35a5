package org.imprimatur.analyzer.screen;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.imprimatur.analyzer.draft.Finding;
import org.imprimatur.analyzer.draft.FindingKind;
import org.imprimatur.analyzer.judge.Judgement;
import org.imprimatur.analyzer.judge.Route;
import org.imprimatur.analyzer.policy.Reason;
import org.imprimatur.analyzer.policy.Ruling;

/**
 * What is written for one line.
 *
 * @param spans of what identifies or helps to single out a person; none for a draft that may go out
 * @param explanations plain sentences that never quote the draft
 */
record Prediction(String id, boolean hold, List<Reason> reasons, List<TypedSpan> spans, List<String> explanations) {

    /** Offsets in code points, end excluded. */
    record TypedSpan(int start, int end, String type) {}

    static Prediction of(String id, Judgement judgement) {
        boolean hold = judgement.route() == Route.HELD;
        return new Prediction(
                id, hold, judgement.reasons(), hold ? spans(judgement) : List.of(), explanations(judgement));
    }

    static Prediction malformed(String id, String fault) {
        return new Prediction(id, true, List.of(Reason.ENGINE_FAILURE), List.of(), List.of("This line " + fault + "."));
    }

    String json() {
        ObjectNode line = PostLine.JSON.createObjectNode().put("id", id).put("hold", hold);
        ArrayNode reasonNames = line.putArray("reasons");
        reasons.forEach(reason -> reasonNames.add(reason.name()));
        ArrayNode places = line.putArray("spans");
        spans.forEach(span -> places.addObject()
                .put("start", span.start())
                .put("end", span.end())
                .put("type", span.type()));
        ArrayNode sentences = line.putArray("explanations");
        explanations.forEach(sentences::add);
        return line.toString();
    }

    private static List<TypedSpan> spans(Judgement judgement) {
        Set<Integer> grounds =
                holding(judgement).flatMap(ruling -> ruling.findings().stream()).collect(Collectors.toSet());
        return IntStream.range(0, judgement.findings().size())
                .filter(i -> counts(judgement.findings().get(i), grounds.contains(i)))
                .mapToObj(judgement.findings()::get)
                .flatMap(finding -> finding.spans().stream()
                        .map(span -> new TypedSpan(
                                span.start(), span.end(), finding.kind().spanType())))
                .distinct()
                .toList();
    }

    /** Identifiers when they are a ground for holding, facts about the person always. */
    private static boolean counts(Finding finding, boolean isGround) {
        FindingKind.Group group = finding.kind().group();
        return group == FindingKind.Group.FACT || (group == FindingKind.Group.IDENTIFIER && isGround);
    }

    private static List<String> explanations(Judgement judgement) {
        Function<Ruling, Stream<String>> sentences = ruling -> Stream.concat(
                Stream.of(ruling.message()),
                ruling.findings().stream().map(judgement.findings()::get).map(Finding::explanation));
        return holding(judgement).flatMap(sentences).distinct().toList();
    }

    private static Stream<Ruling> holding(Judgement judgement) {
        return judgement.rulings().stream().filter(Ruling::holds);
    }
}
