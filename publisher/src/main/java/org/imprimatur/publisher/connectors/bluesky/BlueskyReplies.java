package org.imprimatur.publisher.connectors.bluesky;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.InstantSource;
import java.util.Optional;
import org.imprimatur.publisher.connectors.Answer;
import org.imprimatur.publisher.connectors.Errand;
import org.imprimatur.publisher.connectors.PlatformAccount;
import org.imprimatur.publisher.connectors.Step;
import org.imprimatur.publisher.delivery.Outcome;
import org.imprimatur.publisher.delivery.Post;

/** Finds the post that a reply answers, and the one that began the thread. */
final class BlueskyReplies {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final BlueskyApi api;
    private final BlueskySessions sessions;
    private final BlueskyHandles handles;
    private final InstantSource clock;

    BlueskyReplies(BlueskyApi api, BlueskySessions sessions, BlueskyHandles handles, InstantSource clock) {
        this.api = api;
        this.sessions = sessions;
        this.handles = handles;
        this.clock = clock;
    }

    /** Where the post belongs; empty for a post of our own. Nothing is public by this. */
    Step<Optional<JsonNode>> under(PlatformAccount account, Post post) {
        if (post.inReplyTo().isEmpty()) {
            return Step.went(Optional.empty());
        }
        return ReplyTarget.of(post)
                .map(target -> author(account, post, target)
                        .then(author -> found(account, post, author, target.key()))
                        .then(parent -> Step.went(Optional.of(references(parent))))
                        .beforeSending())
                .orElseGet(() -> Step.stopped(new Outcome.Rejected(
                        "a reply to Bluesky needs the address of the post that it answers (at:// or https://bsky.app/"
                                + "profile/…/post/…) as the first line of what it answers")));
    }

    private Step<String> author(PlatformAccount account, Post post, ReplyTarget target) {
        return target.isById() ? Step.went(target.author()) : handles.did(account, Errand.of(post), target.author());
    }

    private Step<Answer> found(PlatformAccount account, Post post, String author, String key) {
        return sessions.within(account, Errand.of(post), session -> api.getRecord(account, session, author, key))
                .then(answer -> {
                    boolean gone = answer.status() == 400 || answer.status() == 404 || author.isEmpty();
                    return gone
                            ? Step.stopped(new Outcome.Rejected("what the reply answers is not there"))
                            : answer.isOk()
                                    ? Step.went(answer)
                                    : Step.stopped(answer.refusal(Errand.of(post), clock.instant()));
                });
    }

    private static JsonNode references(Answer parent) {
        JsonNode root = parent.body().path("value").path("reply").path("root");
        ObjectNode reply = JSON.createObjectNode();
        reply.set("root", root.isObject() ? reference(root) : reference(parent.body()));
        reply.set("parent", reference(parent.body()));
        return reply;
    }

    private static JsonNode reference(JsonNode named) {
        return JSON.createObjectNode()
                .put("uri", named.path("uri").asText(""))
                .put("cid", named.path("cid").asText(""));
    }
}
