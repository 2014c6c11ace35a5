package org.imprimatur.approver.web;

import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.imprimatur.approver.readmodel.DeadLetterRow;
import org.imprimatur.approver.readmodel.HistoryRow;
import org.imprimatur.approver.readmodel.PostFilter;
import org.imprimatur.approver.readmodel.PostPage;
import org.imprimatur.approver.readmodel.PostRow;
import org.imprimatur.approver.readmodel.PostView;
import org.imprimatur.approver.readmodel.ReadModel;
import org.imprimatur.approver.web.view.AccountHistoryScreen;
import org.imprimatur.approver.web.view.DeadLettersScreen;
import org.imprimatur.approver.web.view.Frame;
import org.imprimatur.approver.web.view.HistoryScreen;
import org.imprimatur.approver.web.view.LookupScreen;
import org.imprimatur.approver.web.view.Moment;
import org.imprimatur.approver.web.view.Stage;
import org.imprimatur.approver.web.view.Viewer;
import org.imprimatur.kit.web.ProblemException;

/** What happened to a post, and what could not be used at all. */
final class AuditPages {
    private static final int LIMIT = 50;

    private final Pages pages;
    private final Visitors visitors;
    private final VisiblePosts visible;
    private final ReadModel readModel;
    private final Evidence evidence;
    private final InstantSource clock;

    AuditPages(
            Pages pages,
            Visitors visitors,
            VisiblePosts visible,
            ReadModel readModel,
            Evidence evidence,
            InstantSource clock) {
        this.pages = pages;
        this.visitors = visitors;
        this.visible = visible;
        this.readModel = readModel;
        this.evidence = evidence;
        this.clock = clock;
    }

    /** {@code GET /history}: finds posts, and leads to the one whose whole id was typed. */
    void lookup(Context context) {
        Viewer viewer = visitors.requireSomewhere(context, "reviewer", "auditor", "administrator");
        LookupScreen.Typed typed = new LookupScreen.Typed(
                asked(context, "words"),
                asked(context, "author"),
                asked(context, "account"),
                asked(context, "from"),
                asked(context, "until"));
        if (visible.find(typed.words(), viewer).isPresent()) {
            context.redirect("/posts/" + typed.words() + "/history", HttpStatus.SEE_OTHER);
            return;
        }
        int skip = Asked.offset(context);
        PostPage page = readModel.posts(new PostFilter(
                typed.words(),
                some(typed.author()),
                some(typed.account()),
                Asked.day(typed.from()).map(Asked::start),
                Asked.day(typed.until()).map(day -> Asked.start(day.plusDays(1))),
                viewer.audited(visitors.groups()),
                skip,
                LIMIT));
        pages.show(
                context,
                "lookup",
                new LookupScreen(
                        new Frame("History", Frame.Tab.HISTORY, viewer),
                        typed,
                        page.rows().stream().map(this::line).toList(),
                        page.total(),
                        skip + page.rows().size() < page.total() ? more(typed, skip + LIMIT) : "",
                        evidence.publicKey().fingerprint()));
    }

    private LookupScreen.Line line(PostRow row) {
        return new LookupScreen.Line(
                row.postId(),
                row.preview(),
                row.author(),
                row.account(),
                Stage.of(row.state()),
                Moment.of(row.submittedAt(), clock.instant()),
                row.revision());
    }

    private static String more(LookupScreen.Typed typed, int skip) {
        return "/history?words=" + encoded(typed.words()) + "&author=" + encoded(typed.author()) + "&account="
                + encoded(typed.account()) + "&from=" + encoded(typed.from()) + "&until=" + encoded(typed.until())
                + "&skip=" + skip;
    }

    private static String encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }

    private static String asked(Context context, String name) {
        return Optional.ofNullable(context.queryParam(name)).orElse("").strip();
    }

    private static Optional<String> some(String value) {
        return Optional.of(value).filter(each -> !each.isEmpty());
    }

    /** {@code GET /posts/{id}/history}; who wrote the post reads it without what colleagues noted. */
    void history(Context context) {
        VisiblePosts.Seen seen = visible.require(context, visitors.require(context));
        PostView post = seen.post();
        boolean notes = VisiblePosts.mayReadNotes(seen);
        pages.show(
                context,
                "history",
                HistoryScreen.of(
                        seen.viewer(),
                        post,
                        readModel.historyVerified(post.postId()),
                        readModel.history(post.postId()).stream()
                                .map(row -> notes ? row : row.withoutNote())
                                .toList(),
                        readModel.orders(post.postId()),
                        notes ? Optional.of(evidence.publicKey().fingerprint()) : Optional.empty(),
                        clock.instant()));
    }

    /** {@code GET /history/accounts/{account}}. */
    void accountHistory(Context context) {
        String account = context.pathParam("account");
        Viewer viewer = visitors.requireSomewhere(context, "reviewer", "auditor", "administrator")
                .at(account, visitors.groups());
        if (!viewer.audits()) {
            throw ProblemException.of(403, "Your role does not count for the group of this account.");
        }
        int skip = Asked.offset(context);
        List<HistoryRow> rows = readModel.historyOfAccount(account, skip, LIMIT);
        pages.show(
                context,
                "accountHistory",
                new AccountHistoryScreen(
                        new Frame("History of " + account, Frame.Tab.HISTORY, viewer),
                        account,
                        rows.stream()
                                .map(row -> new AccountHistoryScreen.Line(
                                        row.postId(), HistoryScreen.Entry.of(row.withoutNote(), clock.instant())))
                                .toList(),
                        rows.size() == LIMIT ? skip + LIMIT : 0,
                        viewer.seals()));
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
                                .map(row -> DeadLettersScreen.Line.of(
                                        row, readModel.post(row.key()).isPresent(), clock.instant()))
                                .toList(),
                        rows.size() == LIMIT ? skip + LIMIT : 0));
    }
}
