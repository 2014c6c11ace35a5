package org.imprimatur.approver.web;

import io.javalin.http.Context;
import org.imprimatur.approver.readmodel.PostView;
import org.imprimatur.approver.readmodel.ReadModel;
import org.imprimatur.approver.web.view.Viewer;
import org.imprimatur.kit.web.ProblemException;

/** The posts that somebody may see: reviewers, auditors and administrators every one, authors what they wrote or edited. */
public final class VisiblePosts {
    private final ReadModel readModel;

    public VisiblePosts(ReadModel readModel) {
        this.readModel = readModel;
    }

    /** The post of this address; somebody else's looks like one that does not exist. */
    public PostView require(Context context, Viewer viewer) {
        return readModel
                .post(context.pathParam("id"))
                .filter(post -> viewer.audits() || isContributor(post, viewer))
                .orElseThrow(() -> ProblemException.of(
                        404, "There is no such post, or it is not yours. A new one may need a moment to arrive here."));
    }

    /** What colleagues say to each other is not for who wrote the post, whatever else they are. */
    static boolean mayReadNotes(PostView post, Viewer viewer) {
        return viewer.audits() && !post.newest().content().contributors().contains(viewer.id());
    }

    private static boolean isContributor(PostView post, Viewer viewer) {
        return viewer.writes() && post.newest().content().contributors().contains(viewer.id());
    }
}
