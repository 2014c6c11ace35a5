package org.imprimatur.approver.web;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import io.javalin.http.Context;
import java.util.Map;

/** Turns a screen into HTML by the template of that name; templates are compiled with the module. */
public final class Pages {
    private static final String PACKAGE = "org.imprimatur.approver.pages";

    private final TemplateEngine engine =
            TemplateEngine.createPrecompiled(null, ContentType.Html, Pages.class.getClassLoader(), PACKAGE);

    /** Answers with a page; a draft's text may be on it, so nothing keeps a copy. */
    public void show(Context context, String template, Object screen) {
        show(context, template, Map.of("screen", screen));
    }

    /** Answers with a part that takes more than its screen. */
    public void show(Context context, String template, Map<String, Object> values) {
        context.header("Cache-Control", "no-store");
        context.html(html(template, values));
    }

    /** A page or a part of one. */
    public String html(String template, Object screen) {
        return html(template, Map.of("screen", screen));
    }

    /** A part that takes more than its screen. */
    public String html(String template, Map<String, Object> values) {
        StringOutput html = new StringOutput();
        engine.render(template + ".jte", values, html);
        return html.toString();
    }
}
