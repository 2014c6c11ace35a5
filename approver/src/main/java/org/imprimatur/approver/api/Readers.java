package org.imprimatur.approver.api;

import org.imprimatur.approver.readmodel.Groups;
import org.imprimatur.approver.readmodel.PostView;
import org.imprimatur.kit.identity.Identity;

/** Who may read what. */
final class Readers {
    static final String AUTHOR = "author";
    static final String REVIEWER = "reviewer";
    static final String ADMINISTRATOR = "administrator";
    static final String[] OVERSEERS = {REVIEWER, "auditor", ADMINISTRATOR};
    /** Who may decide about publications and authorizations. */
    static final String[] SETTLERS = {REVIEWER, ADMINISTRATOR};

    static final String[] ALL = {AUTHOR, REVIEWER, "auditor", ADMINISTRATOR};

    private Readers() {}

    /** The same person with the roles that count for the account of this post. */
    static Identity at(PostView post, Identity person, Groups groups) {
        return person.within(groups.of(post.newest().content().account()));
    }

    /** Whether somebody with these roles for the account of the post may read it. */
    static boolean mayRead(Identity reader, PostView post) {
        return reader.hasAny(OVERSEERS) || (reader.hasAny(AUTHOR) && wroteIt(reader, post));
    }

    /** What colleagues say to each other is not for who wrote the post, whatever else they are. */
    static boolean mayReadNotes(Identity reader, PostView post) {
        return reader.hasAny(OVERSEERS) && !wroteIt(reader, post);
    }

    private static boolean wroteIt(Identity reader, PostView post) {
        return post.newest().content().contributors().contains(reader.id());
    }
}
