package org.imprimatur.analyzer.policy.cel;

import static com.google.common.collect.ImmutableMap.toImmutableMap;

import com.google.common.collect.ImmutableCollection;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import dev.cel.common.types.CelType;
import dev.cel.common.types.CelTypeProvider;
import dev.cel.common.types.ListType;
import dev.cel.common.types.SimpleType;
import dev.cel.common.types.StructType;
import java.util.Map;
import java.util.Optional;
import org.imprimatur.analyzer.policy.Vocabulary;

/** The vocabulary of facts as types of the expression language, so that a misspelt field is found when compiling. */
final class FactTypes {

    static final String FINDING = "Finding";
    static final String DRAFT = "Draft";
    static final String ACCOUNT = "Account";
    static final String AUTHORIZATION = "Authorization";
    static final String ORGANIZATION = "Organization";

    private FactTypes() {}

    static CelTypeProvider provider() {
        ImmutableList<CelType> types = ImmutableList.of(
                type(FINDING, Vocabulary.FINDING),
                type(DRAFT, Vocabulary.DRAFT),
                type(ACCOUNT, Vocabulary.ACCOUNT),
                type(AUTHORIZATION, Vocabulary.AUTHORIZATION),
                type(ORGANIZATION, Vocabulary.ORGANIZATION));
        return new CelTypeProvider() {
            @Override
            public ImmutableCollection<CelType> types() {
                return types;
            }

            @Override
            public Optional<CelType> findType(String name) {
                return types.stream().filter(type -> type.name().equals(name)).findFirst();
            }
        };
    }

    private static StructType type(String name, Map<String, Vocabulary.Type> vocabulary) {
        ImmutableMap<String, CelType> fields = vocabulary.entrySet().stream()
                .collect(toImmutableMap(Map.Entry::getKey, field -> type(field.getValue())));
        return StructType.create(name, fields.keySet(), field -> Optional.ofNullable(fields.get(field)));
    }

    private static CelType type(Vocabulary.Type type) {
        return switch (type) {
            case TEXT -> SimpleType.STRING;
            case WHOLE -> SimpleType.INT;
            case FRACTION -> SimpleType.DOUBLE;
            case TRUTH -> SimpleType.BOOL;
            case TEXTS -> ListType.create(SimpleType.STRING);
        };
    }
}
