package org.imprimatur.approver.web.author;

import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import io.javalin.http.UploadedFile;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.imprimatur.approver.web.Asked;
import org.imprimatur.approver.web.Pages;
import org.imprimatur.approver.web.Visitors;
import org.imprimatur.approver.web.author.ComposeScreen.Fault;
import org.imprimatur.approver.web.view.Viewer;
import org.imprimatur.kit.web.ProblemException;

/** The composer's addresses: write, see what would hold it, add pictures, go on later. */
final class ComposePages {
    private static final int MOST_PICTURE_BYTES = 16 * 1024 * 1024;
    private static final int MOST_PICTURES = 20;

    private final Pages pages;
    private final Visitors visitors;
    private final Authoring authoring;
    private final ComposeScreens screens;
    private final InstantSource clock;
    private final Supplier<String> keys;

    ComposePages(
            Pages pages,
            Visitors visitors,
            Authoring authoring,
            ComposeScreens screens,
            InstantSource clock,
            Supplier<String> keys) {
        this.pages = pages;
        this.visitors = visitors;
        this.authoring = authoring;
        this.screens = screens;
        this.clock = clock;
        this.keys = keys;
    }

    /** {@code GET /compose}: an empty form, and what was begun before. */
    void begin(Context context) {
        show(context, author(context), Unsent.blank(keys.get()), List.of());
    }

    /** {@code GET /compose/{key}}: goes on where the author stopped. */
    void goOn(Context context) {
        Viewer viewer = author(context);
        show(context, viewer, stored(context, viewer), List.of());
    }

    /** {@code POST /compose/{key}}. */
    void save(Context context) {
        back(context, saved(context, author(context)), "");
    }

    /** {@code POST /compose/{key}/live}: keeps what was typed and answers with what stands beside the form. */
    void live(Context context) {
        Viewer viewer = author(context);
        Unsent unsent = saved(context, viewer);
        pages.show(
                context,
                "composePanel",
                Map.of("panel", screens.panel(unsent, context), "csrf", viewer.csrf(), "told", "true"));
    }

    /** {@code POST /compose/{key}/picture}: stores the chosen file and asks for its alt text. */
    void addPicture(Context context) {
        Viewer viewer = author(context);
        Unsent unsent = saved(context, viewer);
        List<UploadedFile> files = context.uploadedFiles("picture").stream()
                .filter(file -> file.size() > 0)
                .toList();
        if (files.isEmpty()) {
            refuse(context, viewer, unsent, List.of(new Fault("picture", "Choose a file first.")));
            return;
        }
        try {
            List<Unsent.UnsentPicture> pictures = new ArrayList<>(unsent.pictures());
            for (UploadedFile file : files) {
                Unsent.UnsentPicture picture = picture(authoring.desk().upload(bytes(file)));
                if (pictures.size() < MOST_PICTURES
                        && pictures.stream().noneMatch(other -> other.hash().equals(picture.hash()))) {
                    pictures.add(picture);
                }
            }
            back(context, keep(viewer, unsent.withPictures(pictures)), "#pictures");
        } catch (ProblemException refused) {
            refuse(
                    context,
                    viewer,
                    unsent,
                    List.of(new Fault("picture", refused.problem().detail())));
        }
    }

    /** {@code POST /compose/{key}/without}: leaves a picture out. */
    void removePicture(Context context) {
        Viewer viewer = author(context);
        String hash = Asked.field(context, "remove");
        Unsent unsent = saved(context, viewer);
        List<Unsent.UnsentPicture> left = unsent.pictures().stream()
                .filter(picture -> !picture.hash().equals(hash))
                .toList();
        back(context, keep(viewer, unsent.withPictures(left)), "#pictures");
    }

    /** {@code POST /compose/{key}/wording}: keeps what was typed, then shows other wording beside it. */
    void askWording(Context context) {
        Unsent unsent = saved(context, author(context));
        String use = Asked.field(context, "use");
        context.redirect(
                "/compose/" + unsent.key() + "/wording?use=" + (use.matches("\\d{1,3}") ? use : "all"),
                HttpStatus.SEE_OTHER);
    }

    /** {@code GET /compose/{key}/wording?use=}. */
    void wording(Context context) {
        Viewer viewer = author(context);
        Optional<Integer> finding =
                "all".equals(context.queryParam("use")) ? Optional.empty() : Asked.number(context, "use");
        pages.show(context, "wording", screens.wording(viewer, stored(context, viewer), finding));
    }

    /** {@code POST /compose/{key}/apply}: takes the wording that was shown. */
    void apply(Context context) {
        Viewer viewer = author(context);
        Unsent unsent = stored(context, viewer);
        String wording =
                Optional.ofNullable(context.formParam("text")).orElse("").replace("\r\n", "\n");
        if (wording.isBlank()) {
            throw ProblemException.of(400, "This form is incomplete. Load the page again.");
        }
        back(context, keep(viewer, unsent.withText(wording, unsent.text())), "");
    }

    /** {@code POST /compose/{key}/undo}: the wording before the last change. */
    void undo(Context context) {
        Viewer viewer = author(context);
        Unsent unsent = saved(context, viewer);
        if (!unsent.before().isEmpty()) {
            unsent = keep(viewer, unsent.withText(unsent.before(), ""));
        }
        back(context, unsent, "");
    }

    /** {@code POST /compose/{key}/discard}. */
    void discard(Context context) {
        Viewer viewer = author(context);
        authoring.unsent().forget(viewer.id(), context.pathParam("key"));
        context.redirect("/compose", HttpStatus.SEE_OTHER);
    }

    /** The page with what is wrong; nothing that was typed is lost. */
    void refuse(Context context, Viewer viewer, Unsent unsent, List<Fault> faults) {
        context.status(HttpStatus.UNPROCESSABLE_CONTENT);
        show(context, viewer, unsent, faults);
    }

    /** What the form says, kept. */
    Unsent saved(Context context, Viewer viewer) {
        return keep(viewer, UnsentForm.read(context, stored(context, viewer)));
    }

    Unsent keep(Viewer viewer, Unsent unsent) {
        Instant now = clock.instant();
        Unsent stamped = unsent.stamped(now.toEpochMilli());
        if (!stamped.isBlank()) {
            authoring.unsent().save(viewer.id(), stamped);
        }
        return stamped;
    }

    Viewer author(Context context) {
        return visitors.requireSomewhere(context, "author");
    }

    private Unsent stored(Context context, Viewer viewer) {
        String key = context.pathParam("key");
        return authoring.unsent().find(viewer.id(), key).orElseGet(() -> Unsent.blank(key));
    }

    private void show(Context context, Viewer viewer, Unsent unsent, List<Fault> faults) {
        pages.show(context, "compose", screens.compose(viewer, unsent, faults, context));
    }

    private static void back(Context context, Unsent unsent, String place) {
        context.redirect("/compose/" + unsent.key() + place, HttpStatus.SEE_OTHER);
    }

    private static Unsent.UnsentPicture picture(Map<String, Object> stored) {
        return new Unsent.UnsentPicture(
                String.valueOf(stored.get("hash")),
                String.valueOf(stored.get("mediaType")),
                ((Number) stored.getOrDefault("size", 0)).longValue(),
                "");
    }

    private static byte[] bytes(UploadedFile file) {
        try (InputStream content = file.content()) {
            return content.readNBytes(MOST_PICTURE_BYTES);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
