package org.imprimatur.approver.post;

import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What a person asks about publications of a post.
 *
 * @param commandId unique; the answer carries it
 * @param postId the post
 * @param deliveryId which publication; empty for all of the post, which only a take-down and a cancellation may mean
 * @param kind what is asked
 * @param actor who asks
 * @param roles that the person has
 * @param reason why; people read it, the author too
 * @param priority higher goes first among the take-downs of an account; 0 for an ordinary one
 * @param url where the person saw it live
 * @param proof that it is gone: the address of a picture, its SHA-256, or what the person saw
 */
public record DeliveryRequest(
        String commandId,
        String postId,
        Optional<String> deliveryId,
        Kind kind,
        String actor,
        Set<String> roles,
        String reason,
        int priority,
        Optional<String> url,
        Optional<String> proof) {
    /** Longest reason or proof, in characters. */
    public static final int LONGEST_WORDS = 500;
    /** Longest address, in characters. */
    public static final int LONGEST_ADDRESS = 2_000;
    /** A revoked authorization asks with 100, and nobody goes before it. */
    public static final int HIGHEST_PRIORITY = 100;

    private static final Pattern ADDRESS = Pattern.compile("https?://\\S+");

    /** What can be asked. */
    public enum Kind {
        /** What is live comes down, what is not stays out. */
        TAKE_DOWN,
        /** What has not gone out stays out. */
        CANCEL,
        /** The person found it on the platform. */
        CONFIRM_LIVE,
        /** The person looked and it is not there. */
        CONFIRM_NOT_LIVE,
        /** The person took it down by hand, or saw that it is gone. */
        TASK_DONE,
        /** Of a later version; never asked from here. */
        UNKNOWN
    }

    public DeliveryRequest {
        roles = Set.copyOf(roles);
        if (commandId.isBlank() || postId.isBlank() || actor.isBlank()) {
            throw new IllegalArgumentException("somebody asks something about a post, under an id");
        }
    }

    /** What is missing or too much, as a sentence that a person can act on; empty when it can be asked. */
    public Optional<String> fault() {
        if (reason.isBlank() || reason.length() > LONGEST_WORDS) {
            return Optional.of("Say why, in at most " + LONGEST_WORDS + " characters. The author reads it, too.");
        }
        if (priority < 0 || priority > HIGHEST_PRIORITY) {
            return Optional.of("A priority is a number from 0 to " + HIGHEST_PRIORITY + ".");
        }
        if (kind == Kind.CONFIRM_LIVE && url.filter(DeliveryRequest::isAddress).isEmpty()) {
            return Optional.of("Give the address where you saw it, beginning with https://.");
        }
        if (kind == Kind.TASK_DONE
                && proof.filter(said -> said.length() <= LONGEST_ADDRESS).isEmpty()) {
            return Optional.of("Show that it is gone: the address of a screenshot, or what you saw and when.");
        }
        return deliveryId.isEmpty() && kind != Kind.TAKE_DOWN && kind != Kind.CANCEL
                ? Optional.of("Name the publication that you mean.")
                : Optional.empty();
    }

    private static boolean isAddress(String said) {
        return said.length() <= LONGEST_ADDRESS && ADDRESS.matcher(said).matches();
    }

    @Override
    public String toString() {
        return "DeliveryRequest[" + commandId + ", " + kind + "]";
    }
}
