package org.imprimatur.approver.web;

import io.javalin.http.Context;
import java.util.Optional;
import org.imprimatur.approver.readmodel.Groups;
import org.imprimatur.approver.readmodel.PostView;
import org.imprimatur.approver.readmodel.ReadModel;
import org.imprimatur.approver.web.view.Viewer;
import org.imprimatur.kit.web.ProblemException;

/**
 * The posts that somebody may see: reviewers, auditors and administrators every one for an account for which their role
 * counts, authors what they wrote or edited for such an account.
 */
public record VisiblePosts(ReadModel readModel, Groups groups) {

    /**
     * A post, and its reader with the roles that count for its account.
     *
     * @param viewer what they may do is to be asked of this one
     */
    public record Seen(PostView post, Viewer viewer) {}

    /** The post of this address; somebody else's looks like one that does not exist. */
    public Seen require(Context context, Viewer viewer) {
        return find(context.pathParam("id"), viewer)
                .orElseThrow(() -> ProblemException.of(
                        404,
                        "There is no such post, or it is not yours, or it is for an account of a group for which your role"
                                + " does not count. A new one may need a moment to arrive here."));
    }

    /** The post of this id; empty when there is none that this person may see. */
    public Optional<Seen> find(String postId, Viewer viewer) {
        return readModel
                .post(postId)
                .map(post -> new Seen(post, viewer.at(post.newest().content().account(), groups)))
                .filter(seen -> seen.viewer().audits() || isContributor(seen));
    }

    /** What colleagues say to each other is not for who wrote the post, whatever else they are. */
    static boolean mayReadNotes(Seen seen) {
        return seen.viewer().audits() && !contributed(seen);
    }

    /** Whether they wrote or edited it, and are still an author. */
    static boolean isContributor(Seen seen) {
        return seen.viewer().writes() && contributed(seen);
    }

    private static boolean contributed(Seen seen) {
        return seen.post()
                .newest()
                .content()
                .contributors()
                .contains(seen.viewer().id());
    }
}
