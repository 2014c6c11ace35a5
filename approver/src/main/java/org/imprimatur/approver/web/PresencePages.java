package org.imprimatur.approver.web;

import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import org.imprimatur.approver.topology.PresenceDesk;
import org.imprimatur.approver.web.view.Viewer;
import org.imprimatur.kit.web.ProblemException;

/** Where an open page says that somebody still looks; colleagues see it, and a claim stays alive. */
final class PresencePages {
    private final Visitors visitors;
    private final VisiblePosts visible;
    private final PresenceDesk desk;

    PresencePages(Visitors visitors, VisiblePosts visible, PresenceDesk desk) {
        this.visitors = visitors;
        this.visible = visible;
        this.desk = desk;
    }

    /** {@code POST /posts/{id}/presence} with {@code page}, the window's name for itself, and {@code looking=true} or {@code false}. */
    void look(Context context) {
        VisiblePosts.Seen seen = visible.require(context, visitors.requireSomewhere(context, "reviewer"));
        String postId = seen.post().postId();
        Viewer viewer = seen.viewer();
        String page = Asked.field(context, "page");
        if (page.isEmpty()) {
            throw ProblemException.of(400, "A window that says who looks names itself in page.");
        }
        if (Asked.field(context, "looking").equals("true")) {
            desk.look(postId, viewer.id(), page, viewer.roles());
        } else {
            desk.leave(postId, viewer.id(), page);
        }
        context.status(HttpStatus.NO_CONTENT);
    }
}
