package org.imprimatur.approver.web.author;

import java.util.Map;
import org.imprimatur.kit.identity.Identity;

/**
 * Where drafts and pictures are handed in, and where one may ask beforehand: other services, reached by whoever composes
 * the program. Drafts are the JSON objects of {@code POST /v1/drafts}. Each method throws {@link
 * org.imprimatur.kit.web.ProblemException} for what that API refuses.
 */
public interface DraftDesk {
    /** What the engine would say to the draft now, as {@code POST /v1/check} answers. */
    Map<String, Object> check(Identity author, Map<String, ?> draft);

    /** Hands in a new post; the same key and content again is the same post. Returns its id. */
    String submit(Identity author, String key, Map<String, ?> draft);

    /** Hands in the next revision of a post. Returns the post's id. */
    String revise(Identity author, String postId, Map<String, ?> draft);

    /** Stores a picture: {@code hash}, {@code mediaType} and {@code size} of what was stored. */
    Map<String, Object> upload(byte[] picture);
}
