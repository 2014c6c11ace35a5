package org.imprimatur.publisher.connectors.bluesky;

import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.imprimatur.publisher.connectors.Errand;
import org.imprimatur.publisher.connectors.PlatformAccount;
import org.imprimatur.publisher.connectors.Step;
import org.imprimatur.publisher.delivery.Post;

/** Finds out which accounts handles lead to. */
final class BlueskyHandles {
    private static final int TOO_MANY_REQUESTS = 429;

    private final BlueskyApi api;
    private final InstantSource clock;

    BlueskyHandles(BlueskyApi api, InstantSource clock) {
        this.api = api;
        this.clock = clock;
    }

    /** Account ids by the handles that the text mentions; what the server does not know is not among them. */
    Step<Map<String, String>> mentioned(PlatformAccount account, Post post) {
        List<String> handles = Facet.of(post.text()).stream()
                .filter(facet -> facet.kind() == Facet.Kind.MENTION)
                .map(Facet::value)
                .distinct()
                .toList();
        Step<Map<String, String>> all = Step.went(Map.of());
        for (String handle : handles) {
            all = all.then(
                    before -> did(account, Errand.of(post), handle).then(did -> Step.went(with(before, handle, did))));
        }
        return all;
    }

    /** The account's id; empty text when the server knows no such handle. Nothing is public by this. */
    Step<String> did(PlatformAccount account, Errand errand, String handle) {
        Step<String> did = api.resolveHandle(account, handle).then(answer -> {
            boolean unknown = answer.status() >= 400 && answer.status() < 500 && answer.status() != TOO_MANY_REQUESTS;
            return answer.isOk() || unknown
                    ? Step.went(answer.body().path("did").asText(""))
                    : Step.stopped(answer.refusal(errand, clock.instant()));
        });
        return did.beforeSending();
    }

    private static Map<String, String> with(Map<String, String> before, String handle, String did) {
        Map<String, String> all = new HashMap<>(before);
        if (!did.isEmpty()) {
            all.put(handle, did);
        }
        return Map.copyOf(all);
    }
}
