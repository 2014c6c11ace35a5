package org.imprimatur.ingest.progress;

import org.imprimatur.ingest.intake.Draft;
import org.imprimatur.ingest.intake.PostId;

/** One thing that the log holds about one post. */
public sealed interface LogEntry {

    PostId postId();

    /** Which of its kind within the post; a later entry in the same slot replaces the earlier one. */
    String slot();

    /** A revision was submitted; {@code contentHash} as the log holds it. */
    record Submitted(Draft draft, String contentHash) implements LogEntry {
        @Override
        public PostId postId() {
            return draft.postId();
        }

        @Override
        public String slot() {
            return Integer.toString(draft.revision());
        }
    }

    /** The analyzer judged a revision. */
    record Screened(PostId postId, Screening screening) implements LogEntry {
        @Override
        public String slot() {
            return Integer.toString(screening.revision());
        }
    }

    /** Something happened in the review. */
    record Reviewed(PostId postId, ReviewStep step) implements LogEntry {
        @Override
        public String slot() {
            return Long.toString(step.sequence());
        }
    }

    /** A delivery went one step on. */
    record Delivered(PostId postId, Publication publication) implements LogEntry {
        @Override
        public String slot() {
            return publication.revision() + " " + publication.account();
        }
    }
}
