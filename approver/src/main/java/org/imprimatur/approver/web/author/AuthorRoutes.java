package org.imprimatur.approver.web.author;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.time.InstantSource;
import java.util.UUID;
import java.util.function.Supplier;
import org.imprimatur.approver.readmodel.ReadModel;
import org.imprimatur.approver.web.LiveView;
import org.imprimatur.approver.web.Pages;
import org.imprimatur.approver.web.Visitors;

/** The author's addresses of the console. */
public final class AuthorRoutes {
    private final ComposePages compose;
    private final WordingPages wording;
    private final HandIn handIn;
    private final AuthorPosts posts;
    private final ChangesPages changes;

    public AuthorRoutes(Pages pages, Visitors visitors, ReadModel readModel, Authoring authoring, InstantSource clock) {
        Supplier<String> keys = () -> UUID.randomUUID().toString();
        ComposeScreens screens = new ComposeScreens(authoring, readModel, visitors.groups(), clock, keys);
        this.compose = new ComposePages(pages, visitors, authoring, screens, clock, keys);
        this.wording = new WordingPages(pages, compose, screens, keys);
        this.handIn = new HandIn(compose, screens, authoring, clock);
        this.posts = new AuthorPosts(pages, visitors, readModel, authoring, clock, keys);
        this.changes = new ChangesPages(pages, visitors, readModel);
    }

    /** Mounts all but {@code /posts/{id}}, which others ask for too. */
    public void mount(RoutesConfig routes) {
        routes.get("/compose", compose::begin);
        routes.get("/compose/{key}", compose::goOn);
        routes.post("/compose/{key}", compose::save);
        routes.post("/compose/{key}/live", compose::live);
        routes.post("/compose/{key}/picture", compose::addPicture);
        routes.post("/compose/{key}/without", compose::removePicture);
        routes.post("/compose/{key}/wording", wording::ask);
        routes.get("/compose/{key}/wording", wording::show);
        routes.post("/compose/{key}/apply", wording::apply);
        routes.post("/compose/{key}/undo", wording::undo);
        routes.post("/compose/{key}/hand-in", handIn::handIn);
        routes.post("/compose/{key}/apart", compose::apart);
        routes.post("/compose/{key}/discard", compose::discard);
        routes.post("/posts/{id}/edit", posts::edit);
        routes.get("/posts/{id}/changes", changes::changes);
    }

    /** Shows a post to its author; false for everybody else. */
    public boolean showPost(Context context) {
        return posts.show(context);
    }

    /** The state line of a post's page. */
    public LiveView journey(Context context) {
        return posts.journey(context);
    }
}
