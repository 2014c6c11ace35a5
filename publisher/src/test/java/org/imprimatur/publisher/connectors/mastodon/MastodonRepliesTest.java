package org.imprimatur.publisher.connectors.mastodon;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.imprimatur.kit.settings.Secret;
import org.imprimatur.publisher.Samples;
import org.imprimatur.publisher.connectors.ConnectorContract;
import org.imprimatur.publisher.connectors.LoopbackServer.Response;
import org.imprimatur.publisher.connectors.MediaBytes;
import org.imprimatur.publisher.connectors.PlatformAccount;
import org.imprimatur.publisher.connectors.SocialContract;
import org.imprimatur.publisher.delivery.Outcome;
import org.imprimatur.publisher.delivery.Post;
import org.imprimatur.publisher.delivery.Publication;
import org.imprimatur.publisher.delivery.Receipt;
import org.imprimatur.publisher.delivery.Removal;
import org.imprimatur.publisher.delivery.Sight;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MastodonRepliesTest {
    private static final InstantSource CLOCK = InstantSource.fixed(Samples.NOW);

    private final FakeMastodon fake = new FakeMastodon(CLOCK);
    private final PlatformAccount account =
            new PlatformAccount(fake.server.url(), "harbor", Secret.of(FakeMastodon.TOKEN), List.of());
    private final MastodonConnector mastodon =
            new MastodonConnector(id -> account, MediaBytes.NONE, Duration.ofSeconds(5), Duration.ofMillis(1), CLOCK);

    @AfterEach
    void stop() {
        fake.close();
    }

    @Test
    void aReplyIsPutUnderAPostOfItsOwnServerWithoutASearch() {
        fake.holds("When do you open?");

        assertThat(mastodon.publish(reply(fake.addressOf("100") + "\nWhen do you open?")))
                .isInstanceOf(Outcome.Ok.class);
        assertThat(fake.places()).containsExactly("", "100");
        assertThat(fake.server.requests("GET", "/api/v2/search")).isEmpty();
    }

    @Test
    void aPostWhoseAddressDoesNotShowItsIdIsSearchedForAndOthersThatQuoteItAreNot() {
        fake.isSmall();
        fake.holds("When do you open?");
        fake.holds("look here: " + fake.addressOf("100"));

        assertThat(mastodon.publish(reply(fake.addressOf("100")))).isInstanceOf(Outcome.Ok.class);
        assertThat(fake.places()).containsExactly("", "", "100");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a comment", "", "https://", "ftp://example.org/1", "https://exa mple.org/1"})
    void aReplyWithoutAPlaceIsNotPublishedAsAPostOfItsOwn(String answered) {
        assertThat(mastodon.publish(reply(answered)).toString()).contains("Rejected", "first line");
        assertThat(fake.texts()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void aReplyToWhatIsNotThereIsNotPublished(boolean small) {
        if (small) {
            fake.isSmall();
        }
        fake.holds("see https://elsewhere.example/@ana/5");

        for (String gone : List.of(fake.addressOf("999"), "https://elsewhere.example/@ana/5")) {
            assertThat(mastodon.publish(reply(gone)))
                    .isEqualTo(new Outcome.Rejected("what the reply answers is not there"));
        }
        assertThat(fake.places()).containsExactly("");
    }

    @Test
    void whatTheReplyAnswersIsAskedForBeforeSoThatATroubleThereSentNothing() {
        fake.server.overrules(request -> request.path().equals("/api/v2/search"), Response.json(500, ""));

        assertThat(mastodon.publish(reply("https://elsewhere.example/@ana/5"))).isInstanceOf(Outcome.NotSent.class);
        assertThat(mastodon.find(reply("https://elsewhere.example/@ana/5"))).isInstanceOf(Outcome.Unknown.class);
    }

    @Test
    void aLostReplyIsFoundInItsPlaceAndTheSameTextElsewhereIsNotIt() {
        fake.holds("When do you open?");
        fake.holds("At nine.");
        Post reply = reply(fake.addressOf("100"));
        assertThat(mastodon.find(reply)).isInstanceOf(Outcome.NotSent.class);
        fake.server.losesAnswersTo(request -> request.is("POST", "/api/v1/statuses"));
        assertThat(mastodon.publish(reply)).isInstanceOf(Outcome.Unknown.class);

        assertThat(mastodon.find(reply))
                .isInstanceOfSatisfying(
                        Outcome.Ok.class,
                        ok -> assertThat(ok.receipt().remoteId()).isEqualTo("102"));
        assertThat(mastodon.find(ConnectorContract.bare("p2", "At nine.")))
                .isInstanceOfSatisfying(
                        Outcome.Ok.class,
                        ok -> assertThat(ok.receipt().remoteId()).isEqualTo("101"));
    }

    @Test
    void aReplyThatLostItsPlaceIsNotWhatWasApproved() {
        fake.holds("When do you open?");
        fake.server.overrules(
                request -> request.is("GET", "/api/v1/statuses/101"),
                Response.json(200, "{\"id\": \"101\", \"content\": \"<p>At nine.</p>\"}"));

        assertThat(mastodon.publish(reply(fake.addressOf("100"))).toString())
                .contains("Unknown", "not what was approved");
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void whatAPersonFoundIsKnownByItsAddress(boolean small) {
        if (small) {
            fake.isSmall();
        }
        fake.holds("found by a person");
        Receipt found = new Receipt(fake.addressOf("100"), Optional.of(fake.addressOf("100")));
        Publication publication = SocialContract.publication(ConnectorContract.bare("p1", "found by a person"), found);

        assertThat(mastodon.look(publication)).isInstanceOf(Sight.Seen.class);
        assertThat(mastodon.takeDown(publication))
                .isInstanceOf(small ? Removal.CannotDelete.class : Removal.Removed.class);
        if (small) {
            fake.losesTheNewest();
        }
        assertThat(mastodon.takeDown(publication))
                .as("an address without an id proves nothing")
                .isInstanceOf(small ? Removal.Unknown.class : Removal.Gone.class);
    }

    private static Post reply(String answered) {
        return ConnectorContract.with(ConnectorContract.bare("p1", "At nine."), Optional.of(answered), List.of());
    }
}
