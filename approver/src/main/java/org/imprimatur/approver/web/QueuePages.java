package org.imprimatur.approver.web;

import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.imprimatur.approver.readmodel.QueueFilter;
import org.imprimatur.approver.readmodel.QueuePage;
import org.imprimatur.approver.readmodel.QueueRow;
import org.imprimatur.approver.readmodel.ReadModel;
import org.imprimatur.approver.web.view.Frame;
import org.imprimatur.approver.web.view.QueueLine;
import org.imprimatur.approver.web.view.QueueScreen;
import org.imprimatur.approver.web.view.Viewer;

/** The reviewers' queue, live, and the way to the next case. */
final class QueuePages {
    private static final QueueFilter FIRST = QueueFilter.all(100);

    private final Pages pages;
    private final Visitors visitors;
    private final ReadModel readModel;
    private final InstantSource clock;

    QueuePages(Pages pages, Visitors visitors, ReadModel readModel, InstantSource clock) {
        this.pages = pages;
        this.visitors = visitors;
        this.readModel = readModel;
        this.clock = clock;
    }

    /** {@code GET /queue}. */
    void queue(Context context) {
        QueuePage page = readModel.queue(FIRST);
        pages.show(context, "queue", screen(visitors.require(context, "reviewer"), page.rows(), page.total()));
    }

    /** {@code GET /queue/live}. */
    LiveView live(Context context) {
        return new ListFeed<>(new Rows(visitors.require(context, "reviewer")));
    }

    /** {@code GET /queue/next}: the first case that this person may decide and nobody looks at; else the queue. */
    void next(Context context) {
        Viewer viewer = visitors.require(context, "reviewer");
        context.redirect(next(viewer, context.queryParam("after")).orElse("/queue"), HttpStatus.SEE_OTHER);
    }

    private Optional<String> next(Viewer viewer, @org.jspecify.annotations.Nullable String after) {
        Instant now = clock.instant();
        return readModel.queue(FIRST).rows().stream()
                .map(QueueRow::review)
                .filter(review -> !review.postId().equals(after))
                .filter(review -> !review.contributors().contains(viewer.id()))
                .filter(review -> !review.approvers().contains(viewer.id()))
                .filter(review -> review.claim()
                        .filter(claim -> claim.holdsAt(now) && !claim.by().equals(viewer.id()))
                        .isEmpty())
                .map(review -> "/posts/" + review.postId())
                .findFirst();
    }

    private QueueScreen screen(Viewer viewer, List<QueueRow> rows, int total) {
        Instant now = clock.instant();
        List<QueueLine> lines = rows.stream().map(row -> QueueLine.of(row, now)).toList();
        return new QueueScreen(new Frame("Queue", Frame.Tab.QUEUE, viewer), lines, total);
    }

    private final class Rows implements ListFeed.Rows<QueueRow> {
        private final Viewer viewer;
        private int total;

        Rows(Viewer viewer) {
            this.viewer = viewer;
        }

        @Override
        public List<QueueRow> now() {
            QueuePage page = readModel.queue(FIRST);
            total = page.total();
            return page.rows();
        }

        @Override
        public String id(QueueRow row) {
            return "case-" + row.review().postId();
        }

        @Override
        public String whole(List<QueueRow> rows) {
            return pages.html("queueList", screen(viewer, rows, total)) + summary(rows);
        }

        @Override
        public String row(QueueRow row, String swap) {
            return pages.html("queueRow", Map.of("line", QueueLine.of(row, clock.instant()), "swap", swap));
        }

        @Override
        public String summary(List<QueueRow> rows) {
            return pages.html("queueSummary", Map.of("screen", screen(viewer, rows, total), "swap", "true"));
        }

        @Override
        public String listId() {
            return "queue-rows";
        }
    }
}
