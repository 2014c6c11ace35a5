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
import java.util.function.Function;
import org.imprimatur.publisher.connectors.Answer;
import org.imprimatur.publisher.connectors.Errand;
import org.imprimatur.publisher.connectors.Pause;
import org.imprimatur.publisher.connectors.PlatformAccount;
import org.imprimatur.publisher.connectors.Step;
import org.imprimatur.publisher.delivery.Live;
import org.imprimatur.publisher.delivery.Outcome;
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
    Outcome confirmed(PlatformAccount account, Approved approved, String id) {
        Errand errand = Errand.of(approved.post());
        for (int look = 1; look <= MOST_LOOKS; look++) {
            Step<Outcome> confirmed = accepted(api.status(account, id), errand)
                    .then(read -> isLive(account, approved, read.body())
                            .then(same -> Step.went(
                                    same
                                            ? live(read.body())
                                            : new Outcome.Unknown("what is live as " + id
                                                    + " is not what was approved; look at it there"))));
            if (confirmed instanceof Step.Went<Outcome> went) {
                return went.value();
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
    Outcome found(PlatformAccount account, Approved approved) {
        Step<Outcome> found = accepted(api.owner(account), Errand.of(approved.post()))
                .then(owner -> walk(account, approved, id(owner.body()), "", MOST_PAGES));
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

    private Step<Outcome> walk(PlatformAccount account, Approved approved, String owner, String olderThan, int pages) {
        if (pages == 0) {
            return tooMuch();
        }
        return accepted(api.statuses(account, owner, olderThan), Errand.of(approved.post()))
                .then(answer -> walked(account, approved, answer.body(), last -> {
                    boolean stands = last.isEmpty() || last.equals(olderThan);
                    return stands && answer.body().size() >= MastodonApi.PAGE
                            ? tooMuch()
                            : stands ? absent() : walk(account, approved, owner, last, pages - 1);
                }));
    }

    /** Goes on with the id of the page's last status, empty for an empty page; a server may show one page for ever. */
    private Step<Outcome> walked(
            PlatformAccount account, Approved approved, JsonNode page, Function<String, Step<Outcome>> goOn) {
        Instant since = approved.post().preparedAt().minus(CLOCKS_DIFFER);
        String last = "";
        for (JsonNode status : page) {
            if (createdAt(status).filter(since::isAfter).isPresent()) {
                return absent();
            }
            Step<Boolean> same = isLive(account, approved, status);
            if (!same.equals(Step.went(false))) {
                return same.then(live -> Step.went(live(status)));
            }
            last = id(status);
        }
        return goOn.apply(last);
    }

    /** The HTML leaves out marks and a server's name in mentions, so its source is asked for, where there is one. */
    private Step<Boolean> isLive(PlatformAccount account, Approved approved, JsonNode status) {
        boolean said = approved.isSaidBy(status);
        if (!approved.hasPlaceAndPicturesOf(status) || said || !approved.mayBe(status)) {
            return Step.went(said && approved.hasPlaceAndPicturesOf(status));
        }
        return api.source(account, id(status))
                .then(source -> source.status() == 404
                        ? Step.went(false)
                        : accepted(Step.went(source), Errand.of(approved.post()))
                                .then(read -> Step.went(approved.hasTextOf(read.body()))));
    }

    private Step<Answer> accepted(Step<Answer> step, Errand errand) {
        return step.then(answer -> answer.isOk() ? step : Step.stopped(answer.refusal(errand, clock.instant())));
    }

    private Outcome live(JsonNode status) {
        Live live = read(status);
        return new Outcome.Ok(new Receipt(id(status), live.url()), Optional.of(LiveHash.of(live.text(), live.media())));
    }

    private static Optional<String> url(JsonNode status) {
        return Optional.of(status.path("url").asText("")).filter(url -> !url.isEmpty());
    }

    private static Step<Outcome> absent() {
        return Step.went(new Outcome.NotSent("it is not among what the account published since"));
    }

    private static Step<Outcome> tooMuch() {
        return Step.went(new Outcome.Unknown("the account published too much since to look through"));
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
