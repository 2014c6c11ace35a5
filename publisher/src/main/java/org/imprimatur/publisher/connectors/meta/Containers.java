package org.imprimatur.publisher.connectors.meta;

import java.time.Duration;
import java.util.Map;
import org.imprimatur.platforms.Platform;
import org.imprimatur.publisher.connectors.Answer;
import org.imprimatur.publisher.connectors.Errand;
import org.imprimatur.publisher.connectors.Pause;
import org.imprimatur.publisher.connectors.PlatformAccount;
import org.imprimatur.publisher.connectors.RestApi;
import org.imprimatur.publisher.connectors.Step;
import org.imprimatur.publisher.delivery.Outcome;

/** Makes what is to be published later and waits, for a bounded time, until the platform has processed it. */
final class Containers {
    private static final int MOST_LOOKS = 30;

    private final Platform platform;
    private final GraphApi graph;
    private final String status;
    private final Pause pause;

    /**
     * Of a platform.
     *
     * @param status the field that says how far it is
     * @param looksEvery how long to wait between two looks
     */
    Containers(Platform platform, GraphApi graph, String status, Duration looksEvery) {
        this.platform = platform;
        this.graph = graph;
        this.status = status;
        this.pause = new Pause(looksEvery);
    }

    /** Its id; one that nobody publishes ends after a day. */
    Step<String> made(PlatformAccount account, Errand errand, String edge, Map<String, String> form) {
        return graph.ok(graph.post(account, edge, form), errand)
                .then(answer ->
                        processed(account, errand, answer.body().path("id").asText("")));
    }

    /** Publishing earlier is refused (9007). */
    private Step<String> processed(PlatformAccount account, Errand errand, String id) {
        for (int look = 0; look < MOST_LOOKS && !id.isEmpty(); look++) {
            Step<Answer> seen = graph.ok(graph.get(account, RestApi.quoted(id) + "?fields=" + status), errand);
            if (!(seen instanceof Step.Went<Answer> went)) {
                return seen.then(never -> Step.went(id));
            }
            String said = went.value().body().path(status).asText("");
            if (said.equals("FINISHED")) {
                return Step.went(id);
            }
            if (said.equals("ERROR")) {
                return Step.stopped(new Outcome.Rejected(platform.title() + " can't process the post or a picture"));
            }
            if (!pause.isOver()) {
                break;
            }
        }
        return Step.stopped(new Outcome.NotSent(platform.title() + " still processes the post"));
    }
}
