package org.imprimatur.publisher.connectors.mastodon;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.imprimatur.publisher.connectors.Answer;
import org.imprimatur.publisher.connectors.Errand;
import org.imprimatur.publisher.connectors.Pause;
import org.imprimatur.publisher.connectors.PlatformAccount;
import org.imprimatur.publisher.connectors.Step;
import org.imprimatur.publisher.delivery.Live;
import org.imprimatur.publisher.delivery.Outcome;
import org.imprimatur.publisher.delivery.Post;
import org.imprimatur.publisher.delivery.Receipt;
import org.imprimatur.publisher.delivery.Sight;
import org.imprimatur.publisher.wire.LiveHash;

/** Looks at what is live on an instance and compares it with what was approved. */
final class MastodonReading {
    private static final Duration CLOCKS_DIFFER = Duration.ofMinutes(2);
    private static final int MOST_PAGES = 5;
    private static final int MOST_LOOKS = 3;

    private final MastodonApi api;
    private final Pause pause;
    private final InstantSource clock;

    MastodonReading(MastodonApi api, Pause pause, InstantSource clock) {
        this.api = api;
        this.pause = pause;
        this.clock = clock;
    }

    /** Ok when the status is live as approved; else Unknown, since something may be live. Looks again at what is late. */
    Outcome confirmed(PlatformAccount account, Post post, String id) {
        for (int look = 1; look <= MOST_LOOKS; look++) {
            if (accepted(api.status(account, id), post) instanceof Step.Went<Answer> read) {
                JsonNode status = read.value().body();
                return isSame(account, post, status, true)
                        ? live(status)
                        : new Outcome.Unknown("what is live as " + id + " is not what was approved; look at it there");
            }
            if (look < MOST_LOOKS && !pause.isOver()) {
                break;
            }
        }
        return new Outcome.Unknown("Mastodon took it as " + id + ", and it can't be read back");
    }

    /**
     * Walks what the account published since the gate let the post through, newest first.
     *
     * <p>Two posts of one text within two minutes can't be told from each other.
     */
    Outcome found(PlatformAccount account, Post post) {
        Step<Outcome> found =
                accepted(api.owner(account), post).then(owner -> walk(account, post, id(owner.body()), "", MOST_PAGES));
        return found instanceof Step.Went<Outcome> went
                ? went.value()
                : new Outcome.Unknown("Mastodon can't be asked now whether it is live");
    }

    /** What the public sees of a status; gone where the instance says 404. */
    Sight seen(PlatformAccount account, Errand errand, String id) {
        Step<Sight> seen = api.status(account, id)
                .then(answer -> answer.status() == 404
                        ? Step.went(new Sight.Gone())
                        : answer.isOk()
                                ? Step.went(new Sight.Seen(read(answer.body())))
                                : Step.stopped(answer.refusal(errand, clock.instant())));
        return seen instanceof Step.Went<Sight> went
                ? went.value()
                : new Sight.Unseen("Mastodon can't be asked now what is live");
    }

    private Live read(JsonNode status) {
        List<String> pictures = new ArrayList<>();
        status.path("media_attachments")
                .forEach(picture -> pictures.add(picture.path("url").asText("")));
        return new Live(StatusText.plain(status.path("content").asText("")), pictures, url(status), clock.instant());
    }

    private Step<Outcome> walk(PlatformAccount account, Post post, String owner, String olderThan, int pages) {
        if (pages == 0) {
            return Step.went(new Outcome.Unknown("the account published too much since to look through"));
        }
        return accepted(api.statuses(account, owner, olderThan), post)
                .then(answer -> walked(account, post, owner, answer.body(), pages));
    }

    private Step<Outcome> walked(PlatformAccount account, Post post, String owner, JsonNode page, int pages) {
        Instant since = post.preparedAt().minus(CLOCKS_DIFFER);
        String last = "";
        for (JsonNode status : page) {
            if (createdAt(status).filter(since::isAfter).isPresent()) {
                return Step.went(absent());
            }
            if (isSame(account, post, status, post.text().contains("@"))) {
                return Step.went(live(status));
            }
            last = id(status);
        }
        return last.isEmpty() ? Step.went(absent()) : walk(account, post, owner, last, pages - 1);
    }

    /** The HTML of a status leaves a server's name out of mentions, so then its source is asked for, where there is one. */
    private boolean isSame(PlatformAccount account, Post post, JsonNode status, boolean mayAskForSource) {
        boolean sameMedia = isSame(post.media(), status.path("media_attachments"));
        if (!sameMedia || StatusText.isSaidBy(status.path("content").asText(""), post.text())) {
            return sameMedia;
        }
        return mayAskForSource
                && accepted(api.source(account, id(status)), post)
                        .then(source -> Step.went(source.body().path("text").asText("")))
                        .equals(Step.went(post.text().strip()));
    }

    /** Servers make other bytes of a picture, so it is known by its description and its place. */
    private static boolean isSame(List<Post.Media> media, JsonNode attachments) {
        boolean same = attachments.size() == media.size();
        for (int at = 0; same && at < media.size(); at++) {
            String description = attachments.path(at).path("description").asText("");
            same = description.equals(media.get(at).altText().strip());
        }
        return same;
    }

    private Step<Answer> accepted(Step<Answer> step, Post post) {
        return step.then(
                answer -> answer.isOk() ? step : Step.stopped(answer.refusal(Errand.of(post), clock.instant())));
    }

    private Outcome live(JsonNode status) {
        Live live = read(status);
        return new Outcome.Ok(new Receipt(id(status), live.url()), Optional.of(LiveHash.of(live.text(), live.media())));
    }

    private static Optional<String> url(JsonNode status) {
        return Optional.of(status.path("url").asText("")).filter(url -> !url.isEmpty());
    }

    private static Outcome absent() {
        return new Outcome.NotSent("it is not among what the account published since");
    }

    private static Optional<Instant> createdAt(JsonNode status) {
        try {
            return Optional.of(
                    OffsetDateTime.parse(status.path("created_at").asText("")).toInstant());
        } catch (DateTimeException unreadable) {
            return Optional.empty();
        }
    }

    private static String id(JsonNode named) {
        return named.path("id").asText("");
    }
}
