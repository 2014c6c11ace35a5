package org.imprimatur.publisher.connectors.meta;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.imprimatur.publisher.connectors.Answer;
import org.imprimatur.publisher.connectors.Errand;
import org.imprimatur.publisher.connectors.Exchange;
import org.imprimatur.publisher.connectors.PlatformAccount;
import org.imprimatur.publisher.connectors.Remote;
import org.imprimatur.publisher.connectors.RestApi;
import org.imprimatur.publisher.connectors.Step;
import org.imprimatur.publisher.delivery.Outcome;

/** Meta's Graph API: its addresses, and what its error numbers mean. */
final class GraphApi {
    private static final int TOKEN_REFUSED = 190;
    private static final int DUPLICATE = 506;
    private static final int NOT_THERE = 33;
    private static final Set<Integer> RATE = Set.of(4, 17, 32, 341, 613);
    private static final Set<Integer> MAY_HAVE_WORKED = Set.of(1, 2);
    private static final Set<Integer> PERMISSION = Set.of(3, 10, 102, 368);
    private static final Duration WITHOUT_A_TIME = Duration.ofMinutes(15);
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ssxx");

    private final String title;
    private final String version;
    private final RestApi api;
    private final InstantSource clock;

    GraphApi(String title, String version, Duration timeout, InstantSource clock) {
        this.title = title;
        this.version = version;
        this.api = new RestApi(new Exchange(title, timeout), Map.of());
        this.clock = clock;
    }

    Step<Answer> get(PlatformAccount account, String path) {
        return api.get(account, "/" + version + "/" + path);
    }

    Step<Answer> post(PlatformAccount account, String path, Map<String, String> form) {
        return api.post(account, "/" + version + "/" + path, form);
    }

    Step<Answer> post(PlatformAccount account, String path, String contentType, byte[] body) {
        return api.post(account, "/" + version + "/" + path, contentType, body);
    }

    /**
     * How publications are read.
     *
     * @param fields what to ask for, as it stands in the query
     * @param time the field that says when it was published
     * @param remote what the fields say
     */
    record Reading(String fields, String time, Function<JsonNode, Remote> remote) {}

    /** The publication under an id; empty when it is gone. */
    Step<Optional<Remote>> read(PlatformAccount account, Errand errand, String id, Reading reading) {
        return get(account, RestApi.quoted(id) + "?" + reading.fields())
                .then(answer -> isGone(answer)
                        ? Step.went(Optional.empty())
                        : ok(Step.went(answer), errand)
                                .then(read ->
                                        Step.went(Optional.of(reading.remote().apply(read.body())))));
    }

    /**
     * What was published at that time or later, and what does not say when.
     *
     * @param edge where they are listed
     * @param most how many to ask for
     */
    Step<List<Remote>> publishedSince(
            PlatformAccount account, Errand errand, String edge, int most, Instant since, Reading reading) {
        String query = "?limit=" + most + "&since=" + since.getEpochSecond() + "&" + reading.fields();
        return ok(get(account, edge + query), errand).then(answer -> {
            List<Remote> all = new ArrayList<>();
            answer.body().path("data").forEach(post -> {
                if (time(post.path(reading.time()).asText(""))
                        .filter(since::isAfter)
                        .isEmpty()) {
                    all.add(reading.remote().apply(post));
                }
            });
            return Step.went(all);
        });
    }

    Step<Answer> delete(PlatformAccount account, String id) {
        return api.delete(account, "/" + version + "/" + RestApi.quoted(id));
    }

    /** Stops with what an answer that is not OK means. */
    Step<Answer> ok(Step<Answer> asked, Errand errand) {
        return asked.then(
                answer -> answer.isOk() ? Step.went(answer) : Step.stopped(refusal(answer, errand, clock.instant())));
    }

    /** Whether it says that there is no such object (error 100 with the subcode 33). */
    private static boolean isGone(Answer answer) {
        JsonNode error = answer.body().path("error");
        return answer.status() == 404
                || (!answer.isOk()
                        && error.path("code").asInt() == 100
                        && error.path("error_subcode").asInt() == NOT_THERE);
    }

    /** By the error's number, since the status alone says little: a refused token and a full limit are both 400. */
    Outcome refusal(Answer answer, Errand errand, Instant now) {
        int code = answer.body().path("error").path("code").asInt();
        String said = answer.said(errand) + (code == 0 ? "" : ", error " + code);
        if (code == TOKEN_REFUSED || PERMISSION.contains(code) || (code >= 200 && code < 300)) {
            return new Outcome.Auth(said);
        }
        if (RATE.contains(code) || (code >= 80_000 && code < 80_100)) {
            return new Outcome.RateLimited(now.plus(WITHOUT_A_TIME));
        }
        if (code == DUPLICATE) {
            return new Outcome.Unknown(title + " refuses it as a duplicate, so it may be live already");
        }
        return MAY_HAVE_WORKED.contains(code) && answer.status() != 429
                ? new Outcome.Unknown(said)
                : answer.refusal(errand, now);
    }

    /** The time of a publication; its zone is written without a colon. */
    private static Optional<Instant> time(String text) {
        try {
            return Optional.of(OffsetDateTime.parse(text, TIME).toInstant());
        } catch (DateTimeException unreadable) {
            return Optional.empty();
        }
    }
}
