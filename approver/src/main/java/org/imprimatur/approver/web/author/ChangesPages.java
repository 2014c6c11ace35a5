package org.imprimatur.approver.web.author;

import io.javalin.http.Context;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.imprimatur.approver.readmodel.PostView;
import org.imprimatur.approver.readmodel.ReadModel;
import org.imprimatur.approver.readmodel.RevisionView;
import org.imprimatur.approver.web.Asked;
import org.imprimatur.approver.web.Pages;
import org.imprimatur.approver.web.VisiblePosts;
import org.imprimatur.approver.web.Visitors;
import org.imprimatur.approver.web.author.ChangesScreen.Fate;
import org.imprimatur.approver.web.author.ChangesScreen.Line;
import org.imprimatur.approver.web.view.Frame;
import org.imprimatur.approver.web.view.Reason;
import org.imprimatur.approver.web.view.Sighting;
import org.imprimatur.approver.web.view.Viewer;
import org.imprimatur.approver.web.view.Why;
import org.imprimatur.kit.web.ProblemException;

/** What changed from one revision to a later one, and which findings that mended. */
final class ChangesPages {
    private final Pages pages;
    private final Visitors visitors;
    private final VisiblePosts visible;

    ChangesPages(Pages pages, Visitors visitors, ReadModel readModel) {
        this.pages = pages;
        this.visitors = visitors;
        this.visible = new VisiblePosts(readModel, visitors.groups());
    }

    /** {@code GET /posts/{id}/changes?from=&to=}; the last two when nothing is asked for. */
    void changes(Context context) {
        Viewer viewer = visitors.require(context);
        PostView post = visible.require(context, viewer).post();
        int to = Asked.number(context, "to").orElse(post.newest().content().revision());
        int from = Asked.number(context, "from").orElse(to - 1);
        RevisionView earlier = revision(post, from);
        RevisionView later = revision(post, to);
        pages.show(
                context,
                "changes",
                new ChangesScreen(
                        new Frame("Changes", Frame.Tab.MINE, viewer),
                        post.postId(),
                        from,
                        to,
                        earlier.review().flatMap(review -> review.closing()).flatMap(event -> event.reason()),
                        WordDiff.of(earlier.content().text(), later.content().text()),
                        lines(earlier, later),
                        later.verdict().isPresent()));
    }

    private static RevisionView revision(PostView post, int number) {
        return post.revisions().stream()
                .filter(revision -> revision.content().revision() == number)
                .findFirst()
                .orElseThrow(() -> ProblemException.of(404, "This post has no such revision."));
    }

    private static List<Line> lines(RevisionView earlier, RevisionView later) {
        Set<String> before = seen(earlier);
        Set<String> after = seen(later);
        boolean judged = later.verdict().isPresent();
        List<Line> lines = new ArrayList<>();
        before.forEach(words -> lines.add(new Line(words, judged && !after.contains(words) ? Fate.FIXED : Fate.LEFT)));
        after.stream().filter(words -> !before.contains(words)).forEach(words -> lines.add(new Line(words, Fate.NEW)));
        return lines;
    }

    private static Set<String> seen(RevisionView revision) {
        Why why = Why.of(revision.content(), revision.verdict());
        return Stream.concat(
                        why.reasons().stream().map(Reason::title),
                        Stream.concat(
                                        why.reasons().stream().flatMap(reason -> reason.sightings().stream()),
                                        why.loose().stream())
                                .map(ChangesPages::words))
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private static String words(Sighting sighting) {
        return sighting.quote()
                .map(quote -> "“" + quote + "”: " + sighting.explanation())
                .orElse(sighting.explanation());
    }
}
