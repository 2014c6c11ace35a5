package org.imprimatur.approver.web;

import io.javalin.http.Context;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.imprimatur.approver.readmodel.PostRow;
import org.imprimatur.approver.readmodel.Reach;
import org.imprimatur.approver.readmodel.ReadModel;
import org.imprimatur.approver.web.view.Frame;
import org.imprimatur.approver.web.view.MineLine;
import org.imprimatur.approver.web.view.MineScreen;
import org.imprimatur.approver.web.view.Viewer;

/** An author's own posts, live. */
final class MinePages {
    private static final int LIMIT = 50;

    private final Pages pages;
    private final Visitors visitors;
    private final ReadModel readModel;
    private final InstantSource clock;
    private final boolean composes;

    MinePages(Pages pages, Visitors visitors, ReadModel readModel, InstantSource clock, boolean composes) {
        this.pages = pages;
        this.visitors = visitors;
        this.readModel = readModel;
        this.clock = clock;
        this.composes = composes;
    }

    /** {@code GET /posts}. */
    void mine(Context context) {
        Viewer viewer = visitors.requireSomewhere(context, "author");
        int skip = Asked.offset(context);
        pages.show(context, "mine", screen(viewer, readModel.postsOf(viewer.id(), reach(viewer), skip, LIMIT), skip));
    }

    /** {@code GET /posts/live}. */
    LiveView live(Context context) {
        return new ListFeed<>(new Rows(visitors.requireSomewhere(context, "author")));
    }

    private Reach reach(Viewer viewer) {
        return viewer.reach(visitors.groups(), "author");
    }

    private MineScreen screen(Viewer viewer, List<PostRow> rows, int skip) {
        return new MineScreen(
                new Frame("My posts", Frame.Tab.MINE, viewer),
                rows.stream().map(this::line).toList(),
                rows.size() == LIMIT ? skip + LIMIT : 0,
                composes);
    }

    private MineLine line(PostRow row) {
        return MineLine.of(
                row,
                Optional.of(row).filter(MineLine::explains).flatMap(held -> readModel.post(held.postId())),
                clock.instant());
    }

    private final class Rows implements ListFeed.Rows<PostRow> {
        private final Viewer viewer;

        Rows(Viewer viewer) {
            this.viewer = viewer;
        }

        @Override
        public List<PostRow> now() {
            return readModel.postsOf(viewer.id(), reach(viewer), 0, LIMIT);
        }

        @Override
        public String id(PostRow row) {
            return "post-" + row.postId();
        }

        @Override
        public String whole(List<PostRow> rows) {
            return pages.html("mineList", screen(viewer, rows, 0));
        }

        @Override
        public String row(PostRow row, String swap) {
            return pages.html("mineRow", Map.of("line", line(row), "swap", swap));
        }

        @Override
        public String summary(List<PostRow> rows) {
            return "";
        }

        @Override
        public String listId() {
            return "mine-rows";
        }
    }
}
