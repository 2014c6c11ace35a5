package org.imprimatur.kit.web;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpResponseException;
import io.javalin.validation.ValidationException;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.eclipse.jetty.http.HttpException;
import org.imprimatur.kit.log.Fingerprint;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Turns whatever ends a request into a problem; only our own problems speak in their own words. */
final class Errors {

    private static final Logger LOG = LoggerFactory.getLogger(Errors.class);
    private static final JsonMapper JSON = new JsonMapper();

    private static final Map<Integer, String> DETAILS = Map.of(
            400, "The request can't be understood.",
            404, "There is nothing at this address.",
            405, "This address doesn't take this method.",
            413, "The request is too large.",
            415, "This address doesn't take this kind of content.",
            500, "Something went wrong here. The log says where.");

    private final Optional<ErrorPage> page;

    Errors(List<Routes> routes) {
        this.page =
                routes.stream().map(Routes::errorPage).flatMap(Optional::stream).findFirst();
    }

    void mount(RoutesConfig routes) {
        routes.exception(ProblemException.class, this::ours);
        routes.exception(HttpResponseException.class, this::theirs);
        routes.exception(ValidationException.class, (thrown, context) -> answer(context, 400));
        routes.exception(JsonProcessingException.class, (thrown, context) -> answer(context, 400));
        routes.exception(Exception.class, this::unexpected);
    }

    /** For a {@link java.lang.Error}, after which only the status is certain to be writable. */
    static void afterError(HttpServletResponse response, Error error) {
        LOG.atError().addKeyValue("cause", Fingerprint.of(error)).log("request_failed");
        response.setStatus(500);
    }

    private void ours(ProblemException thrown, Context context) {
        thrown.headers().forEach(context::header);
        answer(context, thrown.problem());
    }

    private void theirs(HttpResponseException thrown, Context context) {
        Optional.ofNullable(thrown.getDetails().get("availableMethods"))
                .ifPresent(methods -> context.header("Allow", methods));
        answer(context, thrown.getStatus());
    }

    private void unexpected(Exception thrown, Context context) {
        if (isCallersFault(thrown)) {
            answer(context, 400);
            return;
        }
        LOG.atError()
                .addKeyValue("method", context.method())
                .addKeyValue("route", Route.of(context))
                .addKeyValue("cause", Fingerprint.of(thrown))
                .log("request_failed");
        answer(context, 500);
    }

    /** Jetty reads bodies late and says so then, such as when the parts of a form grow too large. */
    private static boolean isCallersFault(Throwable thrown) {
        for (Throwable at = thrown; at != null; at = at.getCause()) {
            if (at instanceof HttpException refused && refused.getCode() < 500) {
                return true;
            }
        }
        return false;
    }

    private void answer(Context context, int status) {
        int known = status < 400 || status > 599 ? 500 : status;
        answer(context, Problem.of(known, DETAILS.getOrDefault(known, "The request was refused.")));
    }

    private void answer(Context context, Problem problem) {
        context.status(problem.status());
        if (wantsJson(context)) {
            context.result(json(problem)).contentType(Problem.CONTENT_TYPE);
        } else {
            page(context, problem);
        }
    }

    private void page(Context context, Problem problem) {
        try {
            page.orElse(Errors::plainPage).show(context, problem);
        } catch (RuntimeException thrown) {
            LOG.atError().addKeyValue("cause", Fingerprint.of(thrown)).log("error_page_failed");
            context.status(problem.status());
            plainPage(context, problem);
        }
    }

    private static boolean wantsJson(Context context) {
        String path = context.path();
        String accept = Optional.ofNullable(context.header("Accept")).orElse("").toLowerCase(Locale.ROOT);
        return path.equals("/v1")
                || path.startsWith("/v1/")
                || path.startsWith("/health/")
                || (accept.contains("json") && !accept.contains("text/html"));
    }

    private static void plainPage(Context context, Problem problem) {
        context.html("""
                <!doctype html>
                <html lang="en">
                <head><meta charset="utf-8"><title>%1$d %2$s</title></head>
                <body><h1>%2$s</h1><p>%3$s</p><p><a href="/">Back to the start</a></p></body>
                </html>
                """.formatted(problem.status(), Html.escaped(problem.title()), Html.escaped(problem.detail())));
    }

    private static String json(Problem problem) {
        try {
            return JSON.writeValueAsString(problem);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("a problem is always JSON", impossible);
        }
    }
}
