package org.imprimatur.publisher.connectors;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.imprimatur.platforms.Platform;
import org.imprimatur.publisher.delivery.Outcome;
import org.imprimatur.publisher.delivery.Post;

/** What is particular to one platform; {@link PlatformConnector} makes a connector of it. Blocks for a bounded time. */
public interface Dialect {
    /** What it takes. */
    Platform platform();

    /** Whether an account needs its name on the platform beside its secret. */
    boolean needsHandle();

    /**
     * All that has to be there before the post is made, such as pictures; nothing is public by this.
     *
     * @return ids that {@link #create} needs, in their order
     */
    Step<List<String>> prepared(PlatformAccount account, Post post, List<Picture> pictures);

    /** The one request that makes the post public. */
    Step<Answer> create(PlatformAccount account, Post post, List<String> prepared);

    /** The platform's name for what it made; empty text when it says none. */
    String idOf(Answer created);

    /** What is there under that name; empty when it certainly is not. */
    Step<Optional<Remote>> read(PlatformAccount account, Errand errand, String id);

    /** What the account published since then, as far as one page tells. */
    Step<List<Remote>> publishedSince(PlatformAccount account, Errand errand, Instant since);

    /** Asks to take it down; also OK when it is not there any more. */
    Step<Answer> delete(PlatformAccount account, String id);

    /** What follows from an answer that is not OK. A duplicate is Unknown, since it may be ours. */
    Outcome refusal(Answer answer, Errand errand, Instant now);

    /** A text without what the platform may change of it; applied to both sides before they are compared. */
    default String comparable(String text) {
        return text.strip();
    }
}
