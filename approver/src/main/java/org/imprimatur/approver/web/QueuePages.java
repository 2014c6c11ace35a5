package org.imprimatur.approver.web;

import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.imprimatur.approver.readmodel.Presences;
import org.imprimatur.approver.readmodel.QueueFilter;
import org.imprimatur.approver.readmodel.QueuePage;
import org.imprimatur.approver.readmodel.QueueRow;
import org.imprimatur.approver.readmodel.Reach;
import org.imprimatur.approver.readmodel.ReadModel;
import org.imprimatur.approver.web.view.Frame;
import org.imprimatur.approver.web.view.QueueChoice;
import org.imprimatur.approver.web.view.QueueFilters;
import org.imprimatur.approver.web.view.QueueLine;
import org.imprimatur.approver.web.view.QueueScreen;
import org.imprimatur.approver.web.view.Viewer;

/** The reviewers' queue, live, and the views of it that they saved. */
final class QueuePages {
    private final Pages pages;
    private final Visitors visitors;
    private final ReadModel readModel;
    private final Desks desks;
    private final LastAct lastAct;
    private final InstantSource clock;

    QueuePages(Pages pages, Visitors visitors, ReadModel readModel, Desks desks, InstantSource clock) {
        this.pages = pages;
        this.visitors = visitors;
        this.readModel = readModel;
        this.desks = desks;
        this.lastAct = new LastAct(readModel, desks.review(), clock);
        this.clock = clock;
    }

    /** A case of the list, and who looks at it. */
    private record Seen(QueueRow row, List<String> looking) {}

    /** {@code GET /queue}, of everything or of what the address chooses. */
    void queue(Context context) {
        Viewer viewer = visitors.requireSomewhere(context, "reviewer");
        QueueChoice choice = choice(context);
        QueuePage page =
                readModel.queue(choice.filter(viewer.id(), clock.instant()).within(reach(viewer)));
        Map<String, Object> values = new HashMap<>();
        values.put("screen", screen(viewer, choice, seen(page.rows()), page.total()));
        values.put("filters", filters(viewer, choice));
        values.put("notice", lastAct.notice(context, viewer));
        values.put("undo", lastAct.undo(context, viewer));
        context.header("Cache-Control", "no-store");
        context.html(pages.html("queue", values));
    }

    /** {@code GET /queue/live}, of the same choice. */
    LiveView live(Context context) {
        return new ListFeed<>(new Rows(visitors.requireSomewhere(context, "reviewer"), choice(context)));
    }

    /** {@code POST /queue/views}: keeps what the form chooses under its name. */
    void save(Context context) {
        Viewer viewer = visitors.requireSomewhere(context, "reviewer");
        QueueChoice choice =
                QueueChoice.read(name -> Asked.field(context, name)).from(0);
        desks.views().save(viewer.id(), Asked.field(context, "name"), choice.query());
        context.redirect("/queue" + choice.query(), HttpStatus.SEE_OTHER);
    }

    /** {@code POST /queue/views/forget}. */
    void forget(Context context) {
        desks.views().remove(visitors.requireSomewhere(context, "reviewer").id(), Asked.field(context, "name"));
        context.redirect("/queue", HttpStatus.SEE_OTHER);
    }

    private static QueueChoice choice(Context context) {
        return QueueChoice.read(
                name -> Optional.ofNullable(context.queryParam(name)).orElse(""));
    }

    /** Asked anew each time: an account may have moved to another group meanwhile. */
    private Reach reach(Viewer viewer) {
        return viewer.reach(visitors.groups(), "reviewer");
    }

    private QueueFilters filters(Viewer viewer, QueueChoice choice) {
        Instant now = clock.instant();
        Reach reach = reach(viewer);
        String here = choice.from(0).query();
        List<QueueFilters.Saved> saved = desks.views().of(viewer.id()).stream()
                .map(view -> new QueueFilters.Saved(
                        view.name(),
                        "/queue" + view.query(),
                        readModel.count(Queries.choice(view.query())
                                .filter(viewer.id(), now)
                                .within(reach)),
                        view.query().equals(here)))
                .toList();
        return QueueFilters.of(
                choice,
                readModel.counts(viewer.id(), reach, now),
                readModel.count(QueueFilter.all(1).within(reach)),
                saved);
    }

    private List<Seen> seen(List<QueueRow> rows) {
        Map<String, List<Presences.Looking>> all = desks.presences().all(clock.instant());
        return rows.stream()
                .map(row -> new Seen(
                        row,
                        all.getOrDefault(row.review().postId(), List.of()).stream()
                                .map(Presences.Looking::person)
                                .toList()))
                .toList();
    }

    private QueueScreen screen(Viewer viewer, QueueChoice choice, List<Seen> rows, int total) {
        return new QueueScreen(
                new Frame("Queue", Frame.Tab.QUEUE, viewer),
                choice,
                rows.stream().map(this::line).toList(),
                total);
    }

    private QueueLine line(Seen seen) {
        return QueueLine.of(seen.row(), seen.looking(), clock.instant());
    }

    private final class Rows implements ListFeed.Rows<Seen> {
        private final Viewer viewer;
        private final QueueChoice choice;
        private int total;

        Rows(Viewer viewer, QueueChoice choice) {
            this.viewer = viewer;
            this.choice = choice;
        }

        @Override
        public List<Seen> now() {
            QueuePage page =
                    readModel.queue(choice.filter(viewer.id(), clock.instant()).within(reach(viewer)));
            total = page.total();
            return seen(page.rows());
        }

        @Override
        public String id(Seen seen) {
            return "case-" + seen.row().review().postId();
        }

        @Override
        public String whole(List<Seen> rows) {
            return pages.html("queueList", screen(viewer, choice, rows, total)) + summary(rows);
        }

        @Override
        public String row(Seen seen, String swap) {
            return pages.html("queueRow", Map.of("line", line(seen), "swap", swap));
        }

        @Override
        public String summary(List<Seen> rows) {
            return pages.html("queueSummary", Map.of("screen", screen(viewer, choice, rows, total), "swap", "true"));
        }

        @Override
        public String listId() {
            return "queue-rows";
        }
    }
}
