package org.imprimatur.approver.web;

import io.javalin.http.Context;
import java.time.InstantSource;
import java.util.Optional;
import org.imprimatur.approver.readmodel.HistoryRow;
import org.imprimatur.approver.readmodel.ReadModel;
import org.imprimatur.approver.topology.ReviewDesk;
import org.imprimatur.approver.web.view.Notice;
import org.imprimatur.approver.web.view.Outcome;
import org.imprimatur.approver.web.view.UndoBar;
import org.imprimatur.approver.web.view.Viewer;

/** What the reader did last, as {@code ?event=} and {@code ?done=} of an address say; from the history, not from them. */
record LastAct(ReadModel readModel, ReviewDesk desk, InstantSource clock) {

    Optional<Notice> notice(Context context, Viewer viewer) {
        boolean elsewhere = context.queryParam("done") != null;
        return Asked.number(context, "event")
                .flatMap(sequence -> event(post(context), sequence))
                .filter(event -> event.actor().filter(viewer.id()::equals).isPresent())
                .map(Outcome::of)
                .map(notice -> elsewhere ? new Notice(notice.kind(), notice.sentence(), false) : notice);
    }

    /** What can be taken back of the post in {@code ?done=}; empty without it. */
    Optional<UndoBar> undo(Context context, Viewer viewer) {
        return Optional.ofNullable(context.queryParam("done"))
                .flatMap(readModel::post)
                .flatMap(post -> post.newest().review())
                .flatMap(review -> UndoBar.of(review, viewer.id(), clock.instant(), desk.newCommandId()));
    }

    private Optional<HistoryRow> event(String postId, int sequence) {
        return readModel.history(postId).stream()
                .filter(event -> event.sequence() == sequence)
                .findFirst();
    }

    private static String post(Context context) {
        return Optional.ofNullable(context.queryParam("done"))
                .or(() -> Optional.ofNullable(context.pathParamMap().get("id")))
                .orElse("");
    }
}
