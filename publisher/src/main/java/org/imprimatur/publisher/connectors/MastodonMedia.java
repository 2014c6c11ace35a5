package org.imprimatur.publisher.connectors;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.imprimatur.publisher.delivery.Outcome;
import org.imprimatur.publisher.delivery.Post;

/** Uploads what goes with a status and waits, for a bounded time, until the instance has processed it. */
final class MastodonMedia {
    private static final int MOST_LOOKS = 30;

    private final MastodonApi api;
    private final MediaBytes source;
    private final Pause pause;
    private final InstantSource clock;

    MastodonMedia(MastodonApi api, MediaBytes source, Pause pause, InstantSource clock) {
        this.api = api;
        this.source = source;
        this.pause = pause;
        this.clock = clock;
    }

    /** The instance's ids of all media of the post, in its order. Nothing is public by this. */
    Step<List<String>> uploaded(PlatformAccount account, Post post) {
        Step<List<String>> ids = Step.went(List.of());
        for (Post.Media media : post.media()) {
            ids = ids.then(
                    before -> uploaded(account, post, media).beforeSending().then(id -> Step.went(joined(before, id))));
        }
        return ids;
    }

    private Step<String> uploaded(PlatformAccount account, Post post, Post.Media media) {
        Optional<byte[]> bytes = source.of(media);
        if (bytes.isEmpty()) {
            return Step.stopped(new Outcome.Rejected("the post has a picture, and the publisher has no bytes of it"));
        }
        return api.upload(account, media, bytes.get()).then(answer -> {
            String id = answer.body().path("id").asText("");
            if (!answer.isOk() || id.isEmpty()) {
                return Step.stopped(answer.refusal(post, clock.instant()));
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
                    : Step.stopped(answer.refusal(post, clock.instant())));
            if (!(ready instanceof Step.Went<Boolean> went) || went.value()) {
                return ready.then(done -> Step.went(id));
            }
        }
        return Step.stopped(new Outcome.NotSent("the instance still processes a picture"));
    }

    private static List<String> joined(List<String> before, String id) {
        List<String> all = new ArrayList<>(before);
        all.add(id);
        return List.copyOf(all);
    }
}
