package org.imprimatur.ingest.api;

import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.imprimatur.ingest.desk.Answer;
import org.imprimatur.kit.identity.Access;
import org.imprimatur.kit.identity.Identity;
import org.imprimatur.kit.web.Html;
import org.imprimatur.kit.web.Problem;
import org.imprimatur.kit.web.ProblemException;

/** Answers the console's compose form: on to the post's page, or a page that names what is to be corrected. */
record ComposeForm(Submitting submitting) {
    private static final String KEY = "idempotencyKey";

    /** Hands a submission to the desk. */
    interface Submitting {
        Answer submit(Identity author, Optional<String> key, Map<String, ?> submission);
    }

    void handle(Context context, Supplier<Identity> author) {
        try {
            Map<String, Object> fields = fields(context);
            Optional<String> key = Optional.ofNullable(fields.remove(KEY)).map(Object::toString);
            Replies.Reply reply = submitting.submit(author.get(), key, fields).fold(new Replies());
            context.redirect("/posts/" + reply.receipt().postId(), HttpStatus.SEE_OTHER);
        } catch (ProblemException refused) {
            refused.headers().forEach(context::header);
            context.status(refused.problem().status()).html(page(refused.problem()));
        }
    }

    /** Fields that were left empty count as absent; browsers send line ends as CR LF. */
    private static Map<String, Object> fields(Context context) {
        Map<String, Object> fields = new LinkedHashMap<>();
        context.formParamMap().forEach((name, values) -> {
            String value = values.isEmpty() ? "" : values.get(0).replace("\r\n", "\n");
            if (!name.equals(Access.CSRF_FIELD) && !value.isBlank()) {
                fields.put(name, value);
            }
        });
        return fields;
    }

    private static String page(Problem problem) {
        List<Problem.Fault> faults = problem.faults();
        String items = faults.stream()
                .map(fault -> "<li><code>%s</code> %s</li>"
                        .formatted(Html.escaped(fault.pointer()), Html.escaped(fault.detail())))
                .collect(Collectors.joining("\n"));
        return """
            <!doctype html>
            <html lang="en">
            <head><meta charset="utf-8"><title>%1$s</title></head>
            <body><main><h1>Not sent yet</h1><p>%1$s</p>
            <ul>%2$s</ul>
            <p>Go back in your browser: what you wrote is still there.</p></main></body>
            </html>
            """.formatted(Html.escaped(problem.detail()), items);
    }
}
