package org.imprimatur.approver.web;

import io.javalin.http.Context;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.imprimatur.approver.readmodel.PostView;
import org.imprimatur.approver.readmodel.Presences;
import org.imprimatur.approver.readmodel.ReadModel;
import org.imprimatur.approver.readmodel.RevisionView;
import org.imprimatur.approver.web.view.CaseScreen;
import org.imprimatur.approver.web.view.DecisionForm;
import org.imprimatur.approver.web.view.ErrorScreen;
import org.imprimatur.approver.web.view.Frame;
import org.imprimatur.approver.web.view.News;
import org.imprimatur.approver.web.view.Notice;
import org.imprimatur.approver.web.view.PostScreen;
import org.imprimatur.approver.web.view.PostScreens;
import org.imprimatur.approver.web.view.Talk;
import org.imprimatur.approver.web.view.UndoBar;
import org.imprimatur.approver.web.view.Viewer;
import org.imprimatur.kit.web.ProblemException;

/** One revision of one post: to read, and told of what happens to it meanwhile. */
final class PostPages {
    private static final int PATIENCE = 5;

    private final Pages pages;
    private final Visitors visitors;
    private final VisiblePosts visible;
    private final ReadModel readModel;
    private final Desks desks;
    private final InstantSource clock;
    private final LastAct lastAct;

    PostPages(
            Pages pages,
            Visitors visitors,
            VisiblePosts visible,
            ReadModel readModel,
            Desks desks,
            InstantSource clock) {
        this.pages = pages;
        this.visitors = visitors;
        this.visible = visible;
        this.readModel = readModel;
        this.desks = desks;
        this.clock = clock;
        this.lastAct = new LastAct(readModel, desks.review(), clock);
    }

    /** {@code GET /posts/{id}}, of the newest revision or of {@code ?revision=}. */
    void post(Context context) {
        Viewer viewer = visitors.require(context);
        if (viewer.writes() && isArriving(context)) {
            comeBack(context, viewer);
            return;
        }
        VisiblePosts.Seen seen = visible.require(context, viewer);
        RevisionView shown = News.revision(seen.post(), Asked.number(context, "revision"))
                .orElseThrow(() -> ProblemException.of(404, "This post has no such revision."));
        show(context, seen, shown, commandId(), DecisionForm.Typed.NOTHING, lastAct.notice(context, viewer));
    }

    /** The author comes here straight from handing in, and the read model may not have heard of it. */
    private boolean isArriving(Context context) {
        return readModel.post(context.pathParam("id")).isEmpty()
                && Asked.number(context, "asked").orElse(0) < PATIENCE;
    }

    private void comeBack(Context context, Viewer viewer) {
        int asked = Asked.number(context, "asked").orElse(0) + 1;
        context.header("Refresh", "1; url=" + context.path() + "?asked=" + asked);
        Frame frame = new Frame("On its way", Frame.Tab.MINE, viewer);
        String detail = "The post is not here yet. This page looks again by itself, a few times.";
        pages.show(context, "arriving", new ErrorScreen(frame, 200, "On its way", detail));
    }

    /** {@code GET /posts/{id}/live}. */
    LiveView live(Context context) {
        VisiblePosts.Seen visibly = visible.require(context, visitors.require(context));
        PostView post = visibly.post();
        int revision =
                Asked.number(context, "revision").orElse(post.newest().content().revision());
        News.Seen seen = new News.Seen(
                revision,
                Optional.ofNullable(context.queryParam("stage")).orElse(""),
                Optional.ofNullable(context.queryParam("claim")).orElse(""));
        return new Following(post.postId(), seen, visibly.viewer());
    }

    /** The page of a form that was not accepted, with what was typed. */
    void again(
            Context context, Viewer viewer, String commandId, int revision, DecisionForm.Typed typed, Notice notice) {
        VisiblePosts.Seen seen = visible.require(context, viewer);
        RevisionView shown = News.revision(seen.post(), Optional.of(revision))
                .orElseGet(() -> seen.post().newest());
        show(context, seen, shown, commandId, typed, Optional.of(notice));
    }

    private void show(
            Context context,
            VisiblePosts.Seen seen,
            RevisionView shown,
            String commandId,
            DecisionForm.Typed typed,
            Optional<Notice> notice) {
        Viewer viewer = seen.viewer();
        PostView post = seen.post();
        PostScreen screen = PostScreens.of(viewer, post, shown, clock.instant(), commandId, typed, notice);
        boolean notes = VisiblePosts.mayReadNotes(seen);
        boolean decides = screen.decision()
                .filter(form -> form.may("APPROVE") || form.may("TAKE_OVER"))
                .isPresent();
        Talk talk = Talk.of(readModel.history(post.postId()), notes, decides, clock.instant());
        pages.show(
                context,
                "post",
                new CaseScreen(
                        screen,
                        talk,
                        notes,
                        shown.content().contentHash(),
                        commandId(),
                        undo(context, viewer, shown),
                        looking(post.postId(), viewer)));
    }

    private String commandId() {
        return desks.review().newCommandId();
    }

    /** Of the post on the page, or of the one before it in the reader's work. */
    private Optional<UndoBar> undo(Context context, Viewer viewer, RevisionView shown) {
        return lastAct.undo(context, viewer)
                .or(() -> shown.review()
                        .flatMap(review -> UndoBar.of(review, viewer.id(), clock.instant(), commandId())));
    }

    private CaseScreen.Looking looking(String postId, Viewer viewer) {
        return new CaseScreen.Looking(desks.presence().looking(postId).stream()
                .map(Presences.Looking::person)
                .filter(person -> viewer.reviews() && !person.equals(viewer.id()))
                .toList());
    }

    private final class Following implements LiveView {
        private final String postId;
        private final News.Seen seen;
        private final Viewer viewer;
        private Optional<News> told = Optional.empty();
        private Optional<CaseScreen.Looking> present = Optional.empty();

        Following(String postId, News.Seen seen, Viewer viewer) {
            this.postId = postId;
            this.seen = seen;
            this.viewer = viewer;
        }

        @Override
        public List<Message> whole() {
            return changes();
        }

        @Override
        public List<Message> changes() {
            List<Message> messages = new ArrayList<>();
            Optional<News> news = readModel.post(postId).map(post -> News.of(post, seen, viewer, clock.instant()));
            if (!news.equals(told)) {
                told = news;
                news.ifPresent(each -> messages.add(new Message("news", pages.html("news", each))));
            }
            CaseScreen.Looking looking = looking(postId, viewer);
            if (!present.equals(Optional.of(looking))) {
                present = Optional.of(looking);
                messages.add(new Message("presence", pages.html("looking", looking)));
            }
            return messages;
        }
    }
}
