package org.imprimatur.ingest.desk;

import java.util.Optional;
import org.imprimatur.ingest.intake.Earlier;
import org.imprimatur.ingest.intake.PostId;

/** What the log holds about posts so far. Safe for several threads. */
public interface PostBook {

    /** Whether it has read the log to its end since it was opened; before that, it knows too little to answer. */
    boolean caughtUp();

    Optional<Earlier> revision(PostId postId, int revision);

    Optional<Earlier> newest(PostId postId);

    /** Enters a revision that the log has just acknowledged; from now on the book shows it. */
    void acknowledged(Earlier revision);
}
