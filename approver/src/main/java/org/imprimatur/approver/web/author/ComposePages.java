package org.imprimatur.approver.web.author;

import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import io.javalin.http.UploadedFile;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.imprimatur.approver.post.Unsent;
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
        show(context, author(context), Unsent.blank(keys.get()), List.of(), Optional.empty());
    }

    /** {@code GET /compose/{key}}: goes on where the author stopped. */
    void goOn(Context context) {
        Viewer viewer = author(context);
        show(context, viewer, stored(context, viewer), List.of(), Optional.empty());
    }

    /** {@code POST /compose/{key}}. */
    void save(Context context) {
        saved(context, author(context)).ifPresent(unsent -> back(context, unsent, ""));
    }

    /** {@code POST /compose/{key}/live}: keeps what was typed and answers with what stands beside the form. */
    void live(Context context) {
        Viewer viewer = author(context);
        Unsent typed = UnsentForm.read(context, stored(context, viewer));
        Unsent stamped = stamped(typed);
        Optional<Elsewhere> elsewhere = store(context, viewer, stamped);
        boolean kept = elsewhere.isEmpty() && isWorthKeeping(viewer, stamped);
        Panel panel = screens.panel(viewer, kept ? stamped : typed, elsewhere, context);
        pages.show(context, "composePanel", Map.of("panel", panel, "csrf", viewer.csrf(), "told", "true"));
    }

    /** {@code POST /compose/{key}/picture}: stores the chosen file and asks for its alt text. */
    void addPicture(Context context) {
        Viewer viewer = author(context);
        saved(context, viewer).ifPresent(unsent -> addPicture(context, viewer, unsent));
    }

    private void addPicture(Context context, Viewer viewer, Unsent unsent) {
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
            keep(context, viewer, unsent.withPictures(pictures)).ifPresent(kept -> back(context, kept, "#pictures"));
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
        saved(context, viewer)
                .flatMap(unsent -> keep(
                        context,
                        viewer,
                        unsent.withPictures(unsent.pictures().stream()
                                .filter(picture -> !picture.hash().equals(hash))
                                .toList())))
                .ifPresent(kept -> back(context, kept, "#pictures"));
    }

    /** {@code POST /compose/{key}/apart}: what this window says as a draft of its own. */
    void apart(Context context) {
        Viewer viewer = author(context);
        Unsent typed = UnsentForm.read(context, stored(context, viewer));
        Unsent own = stamped(typed.apart(keys.get()).saved(typed.saved()));
        var unused = authoring.unsent().save(viewer.id(), own, "");
        back(context, own, "");
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
        show(context, viewer, unsent, faults, Optional.empty());
    }

    /** What the form says, kept; empty when another window was before it, and then the page says so. */
    Optional<Unsent> saved(Context context, Viewer viewer) {
        return keep(context, viewer, UnsentForm.read(context, stored(context, viewer)));
    }

    /** Keeps it as the form's window; empty when another window was before it, and then the page says so. */
    Optional<Unsent> keep(Context context, Viewer viewer, Unsent unsent) {
        Unsent stamped = stamped(unsent);
        Optional<Elsewhere> elsewhere = store(context, viewer, stamped);
        if (elsewhere.isEmpty()) {
            return Optional.of(isWorthKeeping(viewer, stamped) ? stamped : unsent.saved(Unsent.Saved.NEVER));
        }
        context.status(HttpStatus.CONFLICT);
        show(context, viewer, unsent, List.of(), elsewhere);
        return Optional.empty();
    }

    private Optional<Elsewhere> store(Context context, Viewer viewer, Unsent stamped) {
        return isWorthKeeping(viewer, stamped)
                ? authoring.unsent().save(viewer.id(), stamped, UnsentForm.base(context))
                : Optional.empty();
    }

    /** An empty form makes no draft, but empties the one that is there. */
    private boolean isWorthKeeping(Viewer viewer, Unsent unsent) {
        return !unsent.isBlank()
                || authoring.unsent().find(viewer.id(), unsent.key()).isPresent();
    }

    private Unsent stamped(Unsent unsent) {
        return unsent.saved(new Unsent.Saved(
                unsent.saved().window(), unsent.saved().turn(), clock.instant().toEpochMilli()));
    }

    Viewer author(Context context) {
        return visitors.requireSomewhere(context, "author");
    }

    Unsent stored(Context context, Viewer viewer) {
        String key = context.pathParam("key");
        return authoring.unsent().find(viewer.id(), key).orElseGet(() -> Unsent.blank(key));
    }

    private void show(
            Context context, Viewer viewer, Unsent unsent, List<Fault> faults, Optional<Elsewhere> elsewhere) {
        pages.show(context, "compose", screens.compose(viewer, unsent, faults, elsewhere, context));
    }

    static void back(Context context, Unsent unsent, String place) {
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
