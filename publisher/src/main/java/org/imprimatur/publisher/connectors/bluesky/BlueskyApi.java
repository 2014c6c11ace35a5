package org.imprimatur.publisher.connectors.bluesky;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import org.imprimatur.publisher.connectors.Answer;
import org.imprimatur.publisher.connectors.Exchange;
import org.imprimatur.publisher.connectors.Picture;
import org.imprimatur.publisher.connectors.PlatformAccount;
import org.imprimatur.publisher.connectors.Step;
import org.imprimatur.publisher.delivery.Post;

/** The XRPC requests to a Bluesky server that we make; none of them is judged here. */
final class BlueskyApi {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Exchange exchange;

    BlueskyApi(Exchange exchange) {
        this.exchange = exchange;
    }

    Step<Answer> createSession(PlatformAccount account) {
        ObjectNode body = JSON.createObjectNode()
                .put("identifier", account.handle())
                .put("password", account.secret().reveal());
        return exchange.send(json(at(account, "com.atproto.server.createSession"), body));
    }

    Step<Answer> refreshSession(PlatformAccount account, BlueskySession session) {
        return exchange.send(at(account, "com.atproto.server.refreshSession")
                .header("authorization", "Bearer " + session.refresh().reveal())
                .POST(HttpRequest.BodyPublishers.noBody()));
    }

    /** Needs no session, so none is sent. */
    Step<Answer> resolveHandle(PlatformAccount account, String handle) {
        return exchange.send(at(account, "com.atproto.identity.resolveHandle?handle=" + quoted(handle))
                .GET());
    }

    /** Makes the record, or finds the same one there; never changes one: that is what {@code swapRecord: null} says. */
    Step<Answer> putRecord(PlatformAccount account, BlueskySession session, Post post, JsonNode record) {
        ObjectNode body = JSON.createObjectNode()
                .put("repo", session.did())
                .put("collection", BlueskyRecord.COLLECTION)
                .put("rkey", RecordKey.of(post));
        body.set("record", record);
        body.putNull("swapRecord");
        return exchange.send(json(authorized(account, session, "com.atproto.repo.putRecord"), body));
    }

    /** Of any account: the server asks further for those that it does not keep itself. */
    Step<Answer> getRecord(PlatformAccount account, BlueskySession session, String author, String key) {
        return exchange.send(authorized(
                        account,
                        session,
                        "com.atproto.repo.getRecord?repo=" + quoted(author) + "&collection=" + BlueskyRecord.COLLECTION
                                + "&rkey=" + quoted(key))
                .GET());
    }

    /** Bytes as they are, with their type: the server believes it. */
    Step<Answer> uploadBlob(PlatformAccount account, BlueskySession session, Picture picture) {
        return exchange.send(authorized(account, session, "com.atproto.repo.uploadBlob")
                .header("content-type", picture.media().mediaType())
                .POST(HttpRequest.BodyPublishers.ofByteArray(picture.bytes())));
    }

    /** Answered alike whether the record was there or not. */
    Step<Answer> deleteRecord(PlatformAccount account, BlueskySession session, String key) {
        ObjectNode body = JSON.createObjectNode()
                .put("repo", session.did())
                .put("collection", BlueskyRecord.COLLECTION)
                .put("rkey", key);
        return exchange.send(json(authorized(account, session, "com.atproto.repo.deleteRecord"), body));
    }

    private static HttpRequest.Builder at(PlatformAccount account, String method) {
        return HttpRequest.newBuilder(account.at("/xrpc/" + method));
    }

    private static HttpRequest.Builder authorized(PlatformAccount account, BlueskySession session, String method) {
        return at(account, method)
                .header("authorization", "Bearer " + session.access().reveal());
    }

    private static HttpRequest.Builder json(HttpRequest.Builder request, ObjectNode body) {
        return request.header("content-type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body.toString()));
    }

    private static String quoted(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }
}
