package org.imprimatur.kit.web;

import io.javalin.http.Context;

/** Refuses a body that announces more bytes than are taken; Javalin refuses those that announce nothing as they grow. */
record RequestSize(int maxBytes) {

    void check(Context context) {
        if (context.req().getContentLengthLong() > maxBytes) {
            throw ProblemException.of(413, "The request is larger than " + maxBytes + " bytes.");
        }
    }
}
