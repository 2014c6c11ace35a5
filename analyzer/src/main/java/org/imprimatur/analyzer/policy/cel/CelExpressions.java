package org.imprimatur.analyzer.policy.cel;

import dev.cel.bundle.Cel;
import dev.cel.bundle.CelBuilder;
import dev.cel.bundle.CelFactory;
import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.CelIssue;
import dev.cel.common.CelOptions;
import dev.cel.common.CelValidationException;
import dev.cel.common.CelValidationResult;
import dev.cel.common.types.CelKind;
import dev.cel.common.types.CelType;
import dev.cel.common.types.ListType;
import dev.cel.common.types.SimpleType;
import dev.cel.common.types.StructTypeReference;
import dev.cel.parser.CelStandardMacro;
import dev.cel.runtime.CelEvaluationException;
import java.util.Arrays;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.imprimatur.analyzer.draft.FindingKind;
import org.imprimatur.analyzer.policy.Expressions;

/**
 * Expressions that give either a truth value, or the list of findings that make the rule apply.
 *
 * <p>Every name is checked against {@link org.imprimatur.analyzer.policy.Vocabulary} when the expression is compiled;
 * every {@link FindingKind} and its groups are constants, so that a misspelt kind is a fault of the pack and not a rule
 * that never applies. Comprehensions and expressions are bounded in size. Thread-safe.
 */
public final class CelExpressions implements Expressions {

    private static final int LONGEST = 4_000;
    private static final int MOST_ITERATIONS = 100_000;

    private final Cel cel;

    public CelExpressions() {
        CelBuilder builder = CelFactory.standardCelBuilder()
                .setOptions(CelOptions.current()
                        .maxExpressionCodePointSize(LONGEST)
                        .comprehensionMaxIterations(MOST_ITERATIONS)
                        .build())
                .setStandardMacros(CelStandardMacro.STANDARD_MACROS)
                .setTypeProvider(FactTypes.provider())
                .addVar("findings", ListType.create(StructTypeReference.create(FactTypes.FINDING)))
                .addVar("draft", StructTypeReference.create(FactTypes.DRAFT))
                .addVar("account", StructTypeReference.create(FactTypes.ACCOUNT))
                .addVar("authorizations", ListType.create(StructTypeReference.create(FactTypes.AUTHORIZATION)))
                .addVar("organization", StructTypeReference.create(FactTypes.ORGANIZATION));
        constants().keySet().forEach(name -> builder.addVar(name, SimpleType.STRING));
        this.cel = builder.build();
    }

    @Override
    public Compilation compile(String expression) {
        CelValidationResult result = cel.compile(expression);
        if (result.hasError()) {
            return new Faulty(
                    result.getErrors().stream().map(CelExpressions::sentence).collect(Collectors.joining("; ")));
        }
        try {
            CelAbstractSyntaxTree tree = result.getAst();
            if (!answersTheQuestion(tree.getResultType())) {
                return new Faulty("must give true, false or a list of findings, not "
                        + tree.getResultType().name());
            }
            return new Sound(new CelCondition(cel.createProgram(tree), constants()));
        } catch (CelValidationException | CelEvaluationException unsound) {
            return new Faulty("cannot be prepared: " + unsound.getMessage());
        }
    }

    private static boolean answersTheQuestion(CelType type) {
        return type.kind() == CelKind.BOOL
                || (type instanceof ListType list && list.elemType().name().equals(FactTypes.FINDING));
    }

    private static String sentence(CelIssue issue) {
        return issue.getMessage() + " (line " + issue.getSourceLocation().getLine() + ", column "
                + (issue.getSourceLocation().getColumn() + 1) + ")";
    }

    /** Each kind by its name; groups are compared by {@code f.group == 'IDENTIFIER'} in quotes. */
    private static Map<String, String> constants() {
        return Arrays.stream(FindingKind.values())
                .map(Enum::name)
                .collect(Collectors.toUnmodifiableMap(Function.identity(), Function.identity()));
    }
}
