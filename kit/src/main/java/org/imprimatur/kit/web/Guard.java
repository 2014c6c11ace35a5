package org.imprimatur.kit.web;

import io.javalin.http.Context;

/** Looks at every request before any handler does. */
@FunctionalInterface
public interface Guard {

    /** Returns for a request that may go on to its handler; throws {@link ProblemException} for a forged one. */
    void admit(Context context);
}
