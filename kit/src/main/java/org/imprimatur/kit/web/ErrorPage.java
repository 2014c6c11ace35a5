package org.imprimatur.kit.web;

import io.javalin.http.Context;

/** Shows a problem to a person: writes a page, or redirects a 401 to where one signs in. */
@FunctionalInterface
public interface ErrorPage {

    /** The status is already set; if this throws, a plain page is shown instead. */
    void show(Context context, Problem problem);
}
