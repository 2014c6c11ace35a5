package org.imprimatur.analyzer.policy.cel;

import dev.cel.runtime.CelEvaluationException;
import dev.cel.runtime.CelRuntime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.imprimatur.analyzer.policy.Answer;
import org.imprimatur.analyzer.policy.Condition;
import org.imprimatur.analyzer.policy.Facts;
import org.jspecify.annotations.Nullable;

/** One compiled expression. */
final class CelCondition implements Condition {

    private static final Answer SILENT = new Answer.Silent();
    private static final Answer BROKEN = new Answer.Broken();

    private final CelRuntime.Program program;
    private final Map<String, String> constants;

    CelCondition(CelRuntime.Program program, Map<String, String> constants) {
        this.program = program;
        this.constants = constants;
    }

    @Override
    public Answer ask(Facts facts) {
        Map<String, Object> values = facts.values();
        try {
            return answer(program.eval(name -> {
                @Nullable Object value = values.get(name);
                return Optional.ofNullable(value != null ? value : constants.get(name));
            }));
        } catch (CelEvaluationException | RuntimeException | StackOverflowError broken) {
            return BROKEN;
        }
    }

    private static Answer answer(Object value) {
        if (value instanceof Boolean applies) {
            return applies ? new Answer.Applies(List.of()) : SILENT;
        }
        if (value instanceof List<?> findings) {
            return findings.isEmpty() ? SILENT : new Answer.Applies(indexes(findings));
        }
        return BROKEN;
    }

    private static List<Integer> indexes(List<?> findings) {
        return findings.stream()
                .map(finding -> ((Map<?, ?>) finding).get("index"))
                .map(index -> Math.toIntExact((Long) index))
                .toList();
    }
}
