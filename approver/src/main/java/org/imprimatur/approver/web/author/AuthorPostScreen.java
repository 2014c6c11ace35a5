package org.imprimatur.approver.web.author;

import java.util.List;
import java.util.Optional;
import org.imprimatur.approver.web.view.Moment;
import org.imprimatur.approver.web.view.PostScreen;

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
 */
public record AuthorPostScreen(
        PostScreen post,
        Journey journey,
        Optional<String> decides,
        Optional<Moment> due,
        Optional<String> note,
        List<Checked.Offer> offers,
        boolean editable,
        List<Turn> thread) {
    public AuthorPostScreen {
        offers = List.copyOf(offers);
        thread = List.copyOf(thread);
    }

    /** One revision and what came of it. */
    public record Turn(int revision, String author, String outcome, Moment at) {}
}
