package org.imprimatur.ingest.intake;

import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/**
 * One revision of one post, ready to be appended.
 *
 * @param author who wrote or last edited this revision
 * @param contributors everybody who wrote or edited any revision, each once, the author of this one included
 */
public record Draft(
        PostId postId, int revision, String author, List<String> contributors, Content content, Instant submittedAt) {

    public Draft {
        if (revision < 1) {
            throw new IllegalArgumentException("revisions count from 1");
        }
        if (author.isBlank() || !contributors.contains(author)) {
            throw new IllegalArgumentException("the author is one of the contributors");
        }
        contributors = List.copyOf(contributors);
    }

    /** The first revision of a new post. */
    public static Draft first(PostId postId, String author, Content content, Instant at) {
        return new Draft(postId, 1, author, List.of(author), content, at);
    }

    /** The revision that follows {@code earlier}; whoever worked on that one stays a contributor. */
    public static Draft next(Earlier earlier, String author, Content content, Instant at) {
        List<String> contributors = Stream.concat(earlier.contributors().stream(), Stream.of(author))
                .distinct()
                .toList();
        return new Draft(earlier.postId(), earlier.revision() + 1, author, contributors, content, at);
    }

    /** What later revisions need to know of this one, once its content hash is known. */
    public Earlier asEarlier(String contentHash) {
        return new Earlier(postId, revision, contentHash, author, contributors, submittedAt);
    }
}
