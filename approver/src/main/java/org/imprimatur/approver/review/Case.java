package org.imprimatur.approver.review;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The review of one post, made of nothing but its events: replaying them from {@link #none} gives it back.
 *
 * @param postId the post
 * @param sequence of the newest event; 0 when there is none
 * @param stage where it stands
 * @param answered ids of the newest answered commands, oldest first, at most {@link #REMEMBERED}
 */
public record Case(String postId, long sequence, Stage stage, List<String> answered) {
    /**
     * How many answered commands are remembered. An older one that comes again is decided again, which is harmless: every
     * decision is bound to its content, so it is refused or already true.
     */
    static final int REMEMBERED = 64;

    public Case {
        if (postId.isBlank() || sequence < 0) {
            throw new IllegalArgumentException("a case names its post and counts its events from 0");
        }
        answered = List.copyOf(answered);
    }

    /** The case of a post of which nothing happened. */
    public static Case none(String postId) {
        return new Case(postId, 0, new Stage.NotHeld(), List.of());
    }

    /**
     * The case after an event.
     *
     * @throws IllegalStateException when it is not the next event of this post
     */
    public Case apply(CaseEvent event) {
        Stamp stamp = event.stamp();
        if (!stamp.postId().equals(postId) || stamp.sequence() != sequence + 1) {
            throw new IllegalStateException("event " + stamp.sequence() + " of " + stamp.postId() + " does not follow "
                    + sequence + " of " + postId);
        }
        Stage next = noted(event.fold(new After(stage)), stamp);
        return new Case(postId, stamp.sequence(), next, remember(stamp.commandId()));
    }

    /** Whatever the holder of a claim does, even in vain, keeps the claim alive. */
    private static Stage noted(Stage stage, Stamp stamp) {
        return stage instanceof Open open ? open.claimed(open.lease().map(lease -> lease.after(stamp))) : stage;
    }

    private List<String> remember(Optional<String> commandId) {
        if (commandId.isEmpty()) {
            return answered;
        }
        List<String> ids = new ArrayList<>(answered);
        ids.add(commandId.get());
        return ids.subList(Math.max(0, ids.size() - REMEMBERED), ids.size());
    }
}
