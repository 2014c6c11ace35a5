package org.imprimatur.approver.web.author;

import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.imprimatur.approver.post.Revision;
import org.imprimatur.approver.post.Unsent;
import org.imprimatur.approver.readmodel.CaseState;
import org.imprimatur.approver.readmodel.CaseView;
import org.imprimatur.approver.readmodel.PostState;
import org.imprimatur.approver.readmodel.PostView;
import org.imprimatur.approver.readmodel.QueueFilter;
import org.imprimatur.approver.readmodel.QueueRow;
import org.imprimatur.approver.readmodel.ReadModel;
import org.imprimatur.approver.readmodel.RevisionView;
import org.imprimatur.approver.web.Asked;
import org.imprimatur.approver.web.LiveView;
import org.imprimatur.approver.web.Pages;
import org.imprimatur.approver.web.VisiblePosts;
import org.imprimatur.approver.web.Visitors;
import org.imprimatur.approver.web.view.DecisionForm;
import org.imprimatur.approver.web.view.Moment;
import org.imprimatur.approver.web.view.PostScreens;
import org.imprimatur.approver.web.view.Talk;
import org.imprimatur.approver.web.view.Viewer;
import org.imprimatur.kit.web.ProblemException;

/** A post as its author follows it: how far it has come, why it waits, and what to do about it. */
final class AuthorPosts {
    private static final Set<PostState> FINISHED = Set.of(
            PostState.SCREENING,
            PostState.CLEARED,
            PostState.PUBLISHING,
            PostState.PUBLISHED,
            PostState.UNCONFIRMED,
            PostState.TAKEDOWN_TASK,
            PostState.REMOVED);

    private final Pages pages;
    private final Visitors visitors;
    private final VisiblePosts visible;
    private final ReadModel readModel;
    private final Authoring authoring;
    private final InstantSource clock;
    private final Supplier<String> keys;

    AuthorPosts(
            Pages pages,
            Visitors visitors,
            ReadModel readModel,
            Authoring authoring,
            InstantSource clock,
            Supplier<String> keys) {
        this.pages = pages;
        this.visitors = visitors;
        this.visible = new VisiblePosts(readModel, visitors.groups());
        this.readModel = readModel;
        this.authoring = authoring;
        this.clock = clock;
        this.keys = keys;
    }

    /** {@code GET /posts/{id}} for who wrote it and does not review; false for everybody else. */
    boolean show(Context context) {
        Optional<VisiblePosts.Seen> seen = visible.find(context.pathParam("id"), visitors.require(context))
                .filter(found -> found.viewer().writes() && !found.viewer().reviews())
                .filter(found -> found.post()
                        .newest()
                        .content()
                        .contributors()
                        .contains(found.viewer().id()));
        seen.ifPresent(found -> pages.show(context, "authorPost", screen(context, found.viewer(), found.post())));
        return seen.isPresent();
    }

    /** The state line of the post's page, anew after each change. */
    LiveView journey(Context context) {
        String postId =
                visible.require(context, visitors.require(context)).post().postId();
        return new LiveView() {
            private Optional<Journey> told = Optional.empty();

            @Override
            public boolean concerns(Set<String> posts) {
                return posts.contains(postId);
            }

            @Override
            public List<Message> whole() {
                told = Optional.empty();
                return changes();
            }

            @Override
            public List<Message> changes() {
                Optional<Journey> now = readModel.post(postId).map(AuthorPosts.this::journey);
                if (now.equals(told)) {
                    return List.of();
                }
                told = now;
                return now.stream()
                        .map(journey -> new Message("journey", pages.html("journey", journey)))
                        .toList();
            }
        };
    }

    /** {@code POST /posts/{id}/edit}: the newest revision in the composer, or what was begun of it. */
    void edit(Context context) {
        Viewer viewer = visitors.requireSomewhere(context, "author");
        PostView post = visible.require(context, viewer).post();
        Revision newest = post.newest().content();
        if (!newest.contributors().contains(viewer.id())) {
            throw ProblemException.of(403, "Only who wrote a post hands in its next revision.");
        }
        Unsent unsent = authoring.unsent().of(viewer.id()).stream()
                .filter(begun -> begun.postId().equals(post.postId()) && begun.baseRevision() == newest.revision())
                .findFirst()
                .orElseGet(() -> begun(viewer, newest));
        String use = Asked.field(context, "use");
        context.redirect(
                "/compose/" + unsent.key()
                        + (use.isEmpty() ? "" : "/wording?use=" + (use.matches("\\d{1,3}") ? use : "all")),
                HttpStatus.SEE_OTHER);
    }

    private Unsent begun(Viewer viewer, Revision newest) {
        Instant now = clock.instant();
        ZoneId zone = authoring.register().accounts().stream()
                .filter(account -> account.id().equals(newest.account()))
                .map(account -> account.zone())
                .findFirst()
                .orElse(ZoneOffset.UTC);
        Unsent unsent = new Unsent(
                keys.get(),
                newest.postId(),
                newest.revision(),
                List.of(newest.account()),
                newest.inReplyTo().isPresent(),
                newest.inReplyTo().orElse(""),
                newest.text(),
                newest.variants(),
                newest.pictures().stream()
                        .map(one -> new Unsent.UnsentPicture(one.hash(), one.mediaType(), 0, one.altText()))
                        .toList(),
                newest.authorizations(),
                newest.scheduledAt()
                        .filter(at -> at.isAfter(now))
                        .map(at -> Slot.typed(at, zone))
                        .orElse(""),
                newest.expiresAt()
                        .filter(at -> at.isAfter(now))
                        .map(at -> Slot.typed(at, zone))
                        .orElse(""),
                "",
                new Unsent.Saved(keys.get(), 0, now.toEpochMilli()));
        var unused = authoring.unsent().save(viewer.id(), unsent, "");
        return unsent;
    }

    private AuthorPostScreen screen(Context context, Viewer viewer, PostView post) {
        Instant now = clock.instant();
        RevisionView shown = Asked.number(context, "revision")
                .map(number -> post.revisions().stream()
                        .filter(revision -> revision.content().revision() == number)
                        .findFirst()
                        .orElseThrow(() -> ProblemException.of(404, "This post has no such revision.")))
                .orElseGet(post::newest);
        Optional<CaseView> open = shown.review().filter(review -> review.state() == CaseState.OPEN);
        boolean newest = shown.equals(post.newest());
        return new AuthorPostScreen(
                PostScreens.of(viewer, post, shown, now, "", DecisionForm.Typed.NOTHING, Optional.empty()),
                journey(post),
                open.map(AuthorPosts::decides),
                open.map(review -> Moment.due(review.dueAt(), now)),
                shown.review().flatMap(CaseView::closing).flatMap(event -> event.reason()),
                newest && isEditable(post)
                        ? shown.verdict()
                                .map(verdict ->
                                        LiveChecks.offers(shown.content().text(), verdict))
                                .orElse(List.of())
                        : List.of(),
                newest && isEditable(post),
                thread(post, now),
                Talk.of(readModel.history(post.postId()), false, false, now),
                newest && open.isPresent(),
                shown.content().contentHash(),
                keys.get());
    }

    private static boolean isEditable(PostView post) {
        return !FINISHED.contains(post.state());
    }

    private static String decides(CaseView review) {
        if (review.blocked()) {
            return "Nobody can approve this wording: change it, and hand it in again";
        }
        int done = review.approvers().size();
        return review.approvalsNeeded() > 1
                ? review.approvalsNeeded() + " reviewers must approve it; " + (done == 0 ? "none" : done) + " so far"
                : "One reviewer";
    }

    private static List<AuthorPostScreen.Turn> thread(PostView post, Instant now) {
        List<AuthorPostScreen.Turn> thread = new ArrayList<>();
        for (RevisionView revision : post.revisions()) {
            String outcome = revision.review()
                    .map(review -> switch (review.state().name()) {
                        case "OPEN" -> "waits for a decision";
                        case "RELEASED" -> "approved";
                        case "REJECTED" -> "rejected";
                        case "CHANGES_REQUESTED" -> "changes asked";
                        default -> "closed";
                    })
                    .orElseGet(() -> revision.verdict().isEmpty() ? "being screened" : "cleared");
            thread.add(new AuthorPostScreen.Turn(
                    revision.content().revision(),
                    revision.content().author(),
                    outcome,
                    Moment.of(revision.content().submittedAt(), now)));
        }
        return thread;
    }

    private Journey journey(PostView post) {
        return Journey.of(post, place(post), clock.instant());
    }

    /** Such as “3 of 12 in the queue, the first due is the first read”. */
    private Optional<String> place(PostView post) {
        if (post.state() != PostState.WAITING) {
            return Optional.empty();
        }
        List<QueueRow> rows = readModel.queue(QueueFilter.all(200)).rows();
        for (int index = 0; index < rows.size(); index++) {
            if (rows.get(index).review().postId().equals(post.postId())) {
                return Optional.of("number " + (index + 1) + " of " + rows.size() + " in the queue");
            }
        }
        return Optional.empty();
    }
}
