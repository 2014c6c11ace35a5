package org.imprimatur.approver.web.author;

import java.util.List;
import java.util.Optional;
import org.imprimatur.approver.web.view.Moment;
import org.imprimatur.approver.web.view.PostScreen;
import org.imprimatur.approver.web.view.Talk;

/**
 * A post as its author sees it.
 *
 * @param post content, reasons and publications
 * @param journey how far it has come
 * @param decides who decides on it; empty when nobody has to
 * @param due by when; empty when nothing is due
 * @param note what the reviewer wrote
 * @param offers other wording for what is marked
 * @param editable whether a new revision can be handed in
 * @param thread the revisions, newest first
 * @param talk what reviewers and the author said to each other
 * @param comments whether there is a review that the author may answer
 * @param contentHash what the post on the page says
 * @param commandId for a comment, once
 */
public record AuthorPostScreen(
        PostScreen post,
        Journey journey,
        Optional<String> decides,
        Optional<Moment> due,
        Optional<String> note,
        List<Checked.Offer> offers,
        boolean editable,
        List<Turn> thread,
        Talk talk,
        boolean comments,
        String contentHash,
        String commandId) {
    public AuthorPostScreen {
        offers = List.copyOf(offers);
        thread = List.copyOf(thread);
    }

    /** One revision and what came of it. */
    public record Turn(int revision, String author, String outcome, Moment at) {}
}
