package org.imprimatur.approver.web;

import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.imprimatur.approver.readmodel.DeadLetterRow;
import org.imprimatur.approver.readmodel.ReadModel;
import org.imprimatur.approver.web.view.DeadLettersScreen;
import org.imprimatur.approver.web.view.Frame;
import org.imprimatur.approver.web.view.HistoryScreen;
import org.imprimatur.approver.web.view.LookupScreen;
import org.imprimatur.approver.web.view.Viewer;

/** What happened to a post, and what could not be used at all. */
final class AuditPages {
    private static final int LIMIT = 50;

    private final Pages pages;
    private final Visitors visitors;
    private final VisiblePosts visible;
    private final ReadModel readModel;
    private final InstantSource clock;

    AuditPages(Pages pages, Visitors visitors, ReadModel readModel, InstantSource clock) {
        this.pages = pages;
        this.visitors = visitors;
        this.visible = new VisiblePosts(readModel);
        this.readModel = readModel;
        this.clock = clock;
    }

    /** {@code GET /history}: asks for a post, or leads to the one that was asked for. */
    void lookup(Context context) {
        Viewer viewer = visitors.require(context, "reviewer", "auditor", "administrator");
        String asked =
                Optional.ofNullable(context.queryParam("post")).orElse("").strip();
        if (readModel.post(asked).isPresent()) {
            context.redirect("/posts/" + asked + "/history", HttpStatus.SEE_OTHER);
            return;
        }
        pages.show(
                context,
                "lookup",
                new LookupScreen(
                        new Frame("History", Frame.Tab.HISTORY, viewer),
                        asked,
                        asked.isEmpty()
                                ? Optional.empty()
                                : Optional.of(
                                        "There is no post with this id. Copy the whole id from the post’s page.")));
    }

    /** {@code GET /posts/{id}/history}. */
    void history(Context context) {
        Viewer viewer = visitors.require(context);
        String postId = visible.require(context, viewer).postId();
        pages.show(
                context,
                "history",
                HistoryScreen.of(
                        viewer, postId, readModel.historyVerified(postId), readModel.history(postId), clock.instant()));
    }

    /** {@code GET /dead-letters}. */
    void deadLetters(Context context) {
        Viewer viewer = visitors.require(context, "reviewer", "administrator");
        int skip = Asked.offset(context);
        List<DeadLetterRow> rows = readModel.deadLetters(skip, LIMIT);
        pages.show(
                context,
                "deadLetters",
                new DeadLettersScreen(
                        new Frame("Dead letters", Frame.Tab.DEAD_LETTERS, viewer),
                        rows.stream()
                                .map(row -> DeadLettersScreen.Line.of(row, clock.instant()))
                                .toList(),
                        rows.size() == LIMIT ? skip + LIMIT : 0));
    }
}
