package org.imprimatur.publisher.connectors;

import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.imprimatur.publisher.delivery.Post;

/** Finds out which accounts the handles in a text lead to. */
final class BlueskyMentions {
    private static final int TOO_MANY_REQUESTS = 429;

    private final BlueskyApi api;
    private final InstantSource clock;

    BlueskyMentions(BlueskyApi api, InstantSource clock) {
        this.api = api;
        this.clock = clock;
    }

    /** Account ids by handle; a handle that the server does not know is not among them. Nothing is public by this. */
    Step<Map<String, String>> resolved(PlatformAccount account, Post post, List<Facet> facets) {
        List<String> handles = facets.stream()
                .filter(facet -> facet.kind() == Facet.Kind.MENTION)
                .map(Facet::value)
                .distinct()
                .toList();
        Step<Map<String, String>> all = Step.went(Map.of());
        for (String handle : handles) {
            all = all.then(before -> did(account, post, handle).then(did -> Step.went(with(before, handle, did))));
        }
        return all;
    }

    private Step<String> did(PlatformAccount account, Post post, String handle) {
        Step<String> did = api.resolveHandle(account, handle).then(answer -> {
            boolean unknown = answer.status() >= 400 && answer.status() < 500 && answer.status() != TOO_MANY_REQUESTS;
            return answer.isOk() || unknown
                    ? Step.went(answer.body().path("did").asText(""))
                    : Step.stopped(answer.refusal(post, clock.instant()));
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
