package org.imprimatur.approver.post;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What an author is writing and has not handed in.
 *
 * @param key names it; handing it in twice under the same key is one post
 * @param postId the post that it shall be a revision of; empty for a new post
 * @param baseRevision the revision that it changes; 0 for a new post
 * @param accounts where it shall go, by id
 * @param variants text for one platform in place of {@code text}; none is blank
 * @param authorizations ids of what the author attached
 * @param scheduled time of day in the account's own zone, such as {@code 2026-12-01T09:00}; empty for as soon as it may
 * @param expires from when it never goes out, in the same form; empty when it keeps
 * @param before the text before its wording was changed; empty when there is nothing to undo
 * @param saved when, and from which window
 */
public record Unsent(
        String key,
        String postId,
        int baseRevision,
        List<String> accounts,
        boolean reply,
        String inReplyTo,
        String text,
        Map<String, String> variants,
        List<UnsentPicture> pictures,
        List<String> authorizations,
        String scheduled,
        String expires,
        String before,
        Saved saved) {
    public Unsent {
        accounts = List.copyOf(accounts);
        variants = new TreeMap<>(variants);
        pictures = List.copyOf(pictures);
        authorizations = List.copyOf(authorizations);
    }

    /** An uploaded picture; {@code altText} may still be empty. */
    public record UnsentPicture(String hash, String mediaType, long size, String altText) {
        @Override
        public String toString() {
            return "UnsentPicture[" + hash + "]";
        }
    }

    /**
     * A saving.
     *
     * @param window of a browser that showed the form; empty for none
     * @param turn of that window, the later the higher
     * @param at milliseconds since 1970; 0 for never
     */
    public record Saved(String window, int turn, long at) {
        /** Not saved so far. */
        public static final Saved NEVER = new Saved("", 0, 0);

        /** Another one after every saving; empty for never. */
        public String version() {
            return window.isEmpty() ? "" : window + "." + turn;
        }
    }

    /** Nothing written yet. */
    public static Unsent blank(String key) {
        return new Unsent(
                key, "", 0, List.of(), false, "", "", Map.of(), List.of(), List.of(), "", "", "", Saved.NEVER);
    }

    /** Whether it changes a post that was handed in before. */
    public boolean revises() {
        return !postId.isEmpty();
    }

    /** Whether nothing was written or chosen that one would miss. */
    public boolean isBlank() {
        return text.isBlank() && inReplyTo.isBlank() && pictures.isEmpty() && variants.isEmpty();
    }

    /** What goes out on this platform. */
    public String textFor(String platform) {
        return variants.getOrDefault(platform, text);
    }

    /** With another text, and the one to which it can be undone. */
    public Unsent withText(String other, String undone) {
        return new Unsent(
                key,
                postId,
                baseRevision,
                accounts,
                reply,
                inReplyTo,
                other,
                variants,
                pictures,
                authorizations,
                scheduled,
                expires,
                undone,
                saved);
    }

    public Unsent withPictures(List<UnsentPicture> others) {
        return new Unsent(
                key,
                postId,
                baseRevision,
                accounts,
                reply,
                inReplyTo,
                text,
                variants,
                others,
                authorizations,
                scheduled,
                expires,
                before,
                saved);
    }

    public Unsent withAccounts(List<String> others) {
        return new Unsent(
                key,
                postId,
                baseRevision,
                others,
                reply,
                inReplyTo,
                text,
                variants,
                pictures,
                authorizations,
                scheduled,
                expires,
                before,
                saved);
    }

    /** The same as it was saved then. */
    public Unsent saved(Saved then) {
        return new Unsent(
                key,
                postId,
                baseRevision,
                accounts,
                reply,
                inReplyTo,
                text,
                variants,
                pictures,
                authorizations,
                scheduled,
                expires,
                before,
                then);
    }

    /** The same under another key, as if it was never saved. */
    public Unsent apart(String otherKey) {
        return new Unsent(
                otherKey,
                postId,
                baseRevision,
                accounts,
                reply,
                inReplyTo,
                text,
                variants,
                pictures,
                authorizations,
                scheduled,
                expires,
                before,
                Saved.NEVER);
    }

    /** Milliseconds since 1970; 0 when it was never saved. */
    public long savedAt() {
        return saved.at();
    }

    @Override
    public String toString() {
        return "Unsent[key=" + key + ", text of " + text.length() + " chars]";
    }
}
