package org.imprimatur.approver.web.view;

import java.util.List;
import java.util.Optional;

/**
 * A post as those see it who review or audit.
 *
 * @param post the post itself
 * @param talk what was said about it
 * @param mayNote whether the reader may write for colleagues only
 * @param contentHash what the post on the page says
 * @param commandId for a comment, once
 * @param undo what the reader can still take back, here or on the post before
 * @param looking who else looks at it now
 */
public record CaseScreen(
        PostScreen post,
        Talk talk,
        boolean mayNote,
        String contentHash,
        String commandId,
        Optional<UndoBar> undo,
        Looking looking) {

    /** Whether the reader may comment: there is a review to comment on. */
    public boolean comments() {
        return post.review().isPresent() && post.frame().viewer().reviews();
    }

    /**
     * Who else looks at a post.
     *
     * @param people ids, who came first first
     */
    public record Looking(List<String> people) {
        public Looking {
            people = List.copyOf(people);
        }

        /** In words; empty when nobody does. */
        public String words() {
            return switch (people.size()) {
                case 0 -> "";
                case 1 -> people.get(0) + " is looking at this, too.";
                default ->
                    String.join(", ", people.subList(0, people.size() - 1)) + " and " + people.get(people.size() - 1)
                            + " are looking at this, too.";
            };
        }
    }
}
