package org.imprimatur.ingest.cli;

import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** One entry of a file of posts. */
sealed interface Entry {

    /** Line of the file on which it begins, from 1. */
    int number();

    /** As it stands in the file, so that it can be corrected and sent again. */
    String raw();

    <T> T fold(Function<Post, T> post, Function<Unreadable, T> unreadable);

    /**
     * A post to submit.
     *
     * @param key Idempotency-Key: the same whenever the same entry is sent
     */
    record Post(int number, String raw, String key, Map<String, Object> submission) implements Entry {
        @Override
        public <T> T fold(Function<Post, T> post, Function<Unreadable, T> unreadable) {
            return post.apply(this);
        }

        @Override
        public String toString() {
            return "Post[line " + number + ", " + raw.length() + " characters]";
        }
    }

    /** An entry that is no post. */
    record Unreadable(int number, String raw, List<String> reasons) implements Entry {
        @Override
        public <T> T fold(Function<Post, T> post, Function<Unreadable, T> unreadable) {
            return unreadable.apply(this);
        }

        @Override
        public String toString() {
            return "Unreadable[line " + number + ", " + raw.length() + " characters]";
        }
    }
}
