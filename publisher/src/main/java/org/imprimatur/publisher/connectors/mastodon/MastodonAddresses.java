package org.imprimatur.publisher.connectors.mastodon;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.InstantSource;
import java.util.Optional;
import org.imprimatur.publisher.connectors.Answer;
import org.imprimatur.publisher.connectors.Errand;
import org.imprimatur.publisher.connectors.PlatformAccount;
import org.imprimatur.publisher.connectors.Step;
import org.imprimatur.publisher.delivery.Outcome;
import org.imprimatur.publisher.delivery.Post;
import org.imprimatur.publisher.delivery.Publication;

/** Finds the id by which an account's own server knows a status of which we have the address that people see. */
final class MastodonAddresses {
    private final MastodonApi api;
    private final InstantSource clock;

    MastodonAddresses(MastodonApi api, InstantSource clock) {
        this.api = api;
        this.clock = clock;
    }

    /** What the post is to be put under; empty for a post of our own. Nothing is public by this. */
    Step<Optional<String>> under(PlatformAccount account, Post post) {
        if (post.inReplyTo().isEmpty()) {
            return Step.went(Optional.empty());
        }
        Errand errand = Errand.of(post);
        return StatusAddress.answeredBy(post)
                .map(address -> known(account, errand, address)
                        .then(id -> there(account, errand, id))
                        .beforeSending())
                .orElseGet(() -> Step.stopped(new Outcome.Rejected("a reply to Mastodon needs the address of the post"
                        + " that it answers (https://…) as the first line of what it answers")));
    }

    /** Of what is live: its own id, or the one behind the address that a person gave. */
    Step<String> id(PlatformAccount account, Publication publication) {
        String remote = publication.receipt().remoteId();
        return StatusAddress.read(remote)
                .map(address -> known(account, Errand.of(publication), address)
                        .then(id -> id.map(Step::went)
                                .orElseGet(() -> Step.stopped(new Outcome.Unknown(
                                        "the account's server does not know a post at the address that was given")))))
                .orElseGet(() -> Step.went(remote));
    }

    private Step<Optional<String>> known(PlatformAccount account, Errand errand, StatusAddress address) {
        Optional<String> shown = address.idOn(account);
        return shown.isPresent() ? Step.went(shown) : searched(account, errand, address);
    }

    /** A server that searches for words finds other posts with this address in them, too. */
    private Step<Optional<String>> searched(PlatformAccount account, Errand errand, StatusAddress address) {
        return api.search(account, address).then(answer -> {
            if (!answer.isOk()) {
                return Step.stopped(answer.refusal(errand, clock.instant()));
            }
            for (JsonNode status : answer.body().path("statuses")) {
                if (address.isOf(status)) {
                    return Step.went(Optional.of(status.path("id").asText("")));
                }
            }
            return Step.went(Optional.empty());
        });
    }

    /** Asked for before, since some servers make a post of its own of a reply to what they don't know. */
    private Step<Optional<String>> there(PlatformAccount account, Errand errand, Optional<String> id) {
        Step<Optional<String>> gone = Step.stopped(new Outcome.Rejected("what the reply answers is not there"));
        return id.map(known -> api.status(account, known)
                        .then(answer -> answer.status() == 404
                                ? gone
                                : answer.isOk()
                                        ? Step.went(id)
                                        : Step.<Optional<String>>stopped(refused(answer, errand))))
                .orElse(gone);
    }

    private Outcome refused(Answer answer, Errand errand) {
        return answer.refusal(errand, clock.instant());
    }
}
