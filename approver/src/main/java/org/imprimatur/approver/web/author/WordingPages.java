package org.imprimatur.approver.web.author;

import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.util.Optional;
import java.util.function.Supplier;
import org.imprimatur.approver.post.Unsent;
import org.imprimatur.approver.web.Asked;
import org.imprimatur.approver.web.Pages;
import org.imprimatur.approver.web.view.Viewer;
import org.imprimatur.kit.web.ProblemException;

/** Safer wording of what is being written: to be looked at, taken, and taken back. */
final class WordingPages {
    private final Pages pages;
    private final ComposePages compose;
    private final ComposeScreens screens;
    private final Supplier<String> windows;

    WordingPages(Pages pages, ComposePages compose, ComposeScreens screens, Supplier<String> windows) {
        this.pages = pages;
        this.compose = compose;
        this.screens = screens;
        this.windows = windows;
    }

    /** {@code POST /compose/{key}/wording}: keeps what was typed, then shows other wording beside it. */
    void ask(Context context) {
        String use = Asked.field(context, "use");
        compose.saved(context, compose.author(context))
                .ifPresent(unsent -> context.redirect(
                        "/compose/" + unsent.key() + "/wording?use=" + (use.matches("\\d{1,3}") ? use : "all"),
                        HttpStatus.SEE_OTHER));
    }

    /** {@code GET /compose/{key}/wording?use=}. */
    void show(Context context) {
        Viewer viewer = compose.author(context);
        Optional<Integer> finding =
                "all".equals(context.queryParam("use")) ? Optional.empty() : Asked.number(context, "use");
        pages.show(context, "wording", screens.wording(viewer, compose.stored(context, viewer), finding));
    }

    /** {@code POST /compose/{key}/apply}: takes the wording that was shown. */
    void apply(Context context) {
        Viewer viewer = compose.author(context);
        Unsent unsent = compose.stored(context, viewer);
        String wording =
                Optional.ofNullable(context.formParam("text")).orElse("").replace("\r\n", "\n");
        if (wording.isBlank()) {
            throw ProblemException.of(400, "This form is incomplete. Load the page again.");
        }
        Unsent.Saved fresh = new Unsent.Saved(windows.get(), 0, unsent.savedAt());
        compose.keep(context, viewer, unsent.withText(wording, unsent.text()).saved(fresh))
                .ifPresent(kept -> ComposePages.back(context, kept, ""));
    }

    /** {@code POST /compose/{key}/undo}: the wording before the last change. */
    void undo(Context context) {
        Viewer viewer = compose.author(context);
        compose.saved(context, viewer)
                .flatMap(unsent -> unsent.before().isEmpty()
                        ? Optional.of(unsent)
                        : compose.keep(context, viewer, unsent.withText(unsent.before(), "")))
                .ifPresent(unsent -> ComposePages.back(context, unsent, ""));
    }
}
