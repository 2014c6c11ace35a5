package org.imprimatur.publisher.connectors.mastodon;

import java.time.InstantSource;
import java.util.List;
import org.imprimatur.publisher.connectors.Answer;
import org.imprimatur.publisher.connectors.Errand;
import org.imprimatur.publisher.connectors.Pace;
import org.imprimatur.publisher.connectors.Pause;
import org.imprimatur.publisher.connectors.Picture;
import org.imprimatur.publisher.connectors.PlatformAccount;
import org.imprimatur.publisher.connectors.Step;
import org.imprimatur.publisher.delivery.Outcome;
import org.imprimatur.publisher.delivery.Post;

/** Uploads what goes with a status and waits, for a bounded time, until the instance has processed it. */
final class MastodonMedia {
    private static final int MOST_LOOKS = 30;

    private final MastodonApi api;
    private final Pause pause;
    private final Pace pace;
    private final InstantSource clock;

    MastodonMedia(MastodonApi api, Pause pause, Pace pace, InstantSource clock) {
        this.api = api;
        this.pause = pause;
        this.pace = pace;
        this.clock = clock;
    }

    /** The instance's ids of all media of the post, in its order. Nothing is public by this. */
    Step<List<String>> uploaded(PlatformAccount account, Post post, List<Picture> pictures) {
        return Step.each(pictures, picture -> uploaded(account, post, picture).beforeSending());
    }

    private Step<String> uploaded(PlatformAccount account, Post post, Picture picture) {
        return pace.open(post.id().account(), "media")
                .then(name -> api.upload(account, picture).then(answer -> pace.heard(name, answer)))
                .then(answer -> {
                    String id = answer.body().path("id").asText("");
                    if (!answer.isOk() || id.isEmpty()) {
                        return Step.stopped(answer.refusal(Errand.of(post), clock.instant()));
                    }
                    return answer.status() == 202 ? processed(account, post, id) : Step.went(id);
                });
    }

    /** Looks until the answer is 200: 206 says that it still works, 422 that it failed. */
    private Step<String> processed(PlatformAccount account, Post post, String id) {
        for (int look = 0; look < MOST_LOOKS; look++) {
            if (!pause.isOver()) {
                return Step.stopped(new Outcome.NotSent("stopped while a picture was processed"));
            }
            Step<Answer> seen = api.media(account, id);
            Step<Boolean> ready = seen.then(answer -> answer.isOk()
                    ? Step.went(answer.status() != 206)
                    : Step.stopped(answer.refusal(Errand.of(post), clock.instant())));
            if (!(ready instanceof Step.Went<Boolean> went) || went.value()) {
                return ready.then(done -> Step.went(id));
            }
        }
        return Step.stopped(new Outcome.NotSent("the instance still processes a picture"));
    }
}
