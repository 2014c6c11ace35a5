package org.imprimatur.publisher.connectors.bluesky;

import java.time.InstantSource;
import java.util.List;
import org.imprimatur.publisher.connectors.Answer;
import org.imprimatur.publisher.connectors.Errand;
import org.imprimatur.publisher.connectors.Pace;
import org.imprimatur.publisher.connectors.Picture;
import org.imprimatur.publisher.connectors.PlatformAccount;
import org.imprimatur.publisher.connectors.Step;
import org.imprimatur.publisher.delivery.Outcome;
import org.imprimatur.publisher.delivery.Post;

/** Brings pictures to the server, which keeps them for a while until a record shows them. */
final class BlueskyBlobs {
    private final BlueskyApi api;
    private final BlueskySessions sessions;
    private final Pace pace;
    private final InstantSource clock;

    BlueskyBlobs(BlueskyApi api, BlueskySessions sessions, Pace pace, InstantSource clock) {
        this.api = api;
        this.sessions = sessions;
        this.pace = pace;
        this.clock = clock;
    }

    /** Goes on with the same pictures when the server has the bytes of all. Nothing is public by this. */
    Step<List<Picture>> uploaded(PlatformAccount account, Post post, List<Picture> pictures) {
        Step<List<Picture>> all = Step.went(pictures);
        for (Picture picture : pictures) {
            all = all.then(before -> uploaded(account, post, picture).then(done -> Step.went(before)));
        }
        return all.beforeSending();
    }

    private Step<Answer> uploaded(PlatformAccount account, Post post, Picture picture) {
        return pace.open(post.id().account(), "blob")
                .then(name -> sessions.within(
                                account, Errand.of(post), session -> api.uploadBlob(account, session, picture))
                        .then(answer -> pace.heard(name, answer)))
                .then(answer -> {
                    if (!answer.isOk()) {
                        return Step.stopped(answer.refusal(Errand.of(post), clock.instant()));
                    }
                    return BlueskyImages.isOf(picture.media(), answer.body().path("blob"))
                            ? Step.went(answer)
                            : Step.stopped(new Outcome.Rejected("Bluesky keeps a picture otherwise than it was sent"));
                });
    }
}
