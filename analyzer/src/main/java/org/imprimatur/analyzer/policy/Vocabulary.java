package org.imprimatur.analyzer.policy;

import java.util.Map;

/** The names that expressions may use, with their types; what {@link Facts} carries and nothing else. */
public final class Vocabulary {

    /** The type of one value. */
    public enum Type {
        TEXT,
        WHOLE,
        FRACTION,
        TRUTH,
        TEXTS
    }

    /** Fields of one element of {@code findings}. */
    public static final Map<String, Type> FINDING = Map.of(
            "index", Type.WHOLE,
            "kind", Type.TEXT,
            "group", Type.TEXT,
            "detector", Type.TEXT,
            "confidence", Type.FRACTION);

    /** Fields of {@code draft}. */
    public static final Map<String, Type> DRAFT = Map.of(
            "isReply", Type.TRUTH,
            "text", Type.TEXT,
            "platform", Type.TEXT,
            "pictures", Type.WHOLE);

    /** Fields of {@code account}. */
    public static final Map<String, Type> ACCOUNT = Map.of(
            "id", Type.TEXT,
            "platform", Type.TEXT,
            "handle", Type.TEXT,
            "facility", Type.TEXT);

    /** Fields of one element of {@code authorizations}. */
    public static final Map<String, Type> AUTHORIZATION = Map.of(
            "id", Type.TEXT,
            "known", Type.TRUTH,
            "inForce", Type.TRUTH,
            "platforms", Type.TEXTS);

    /** Fields of {@code organization}. */
    public static final Map<String, Type> ORGANIZATION = Map.of(
            "name", Type.TEXT,
            "state", Type.TEXT,
            "languages", Type.TEXTS);

    private Vocabulary() {}
}
