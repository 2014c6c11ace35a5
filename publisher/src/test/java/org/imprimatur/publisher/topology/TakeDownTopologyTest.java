package org.imprimatur.publisher.topology;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.imprimatur.publisher.Samples;
import org.imprimatur.publisher.delivery.Delivery;
import org.imprimatur.publisher.delivery.Order;
import org.imprimatur.publisher.delivery.Receipt;
import org.imprimatur.publisher.delivery.Stage;
import org.imprimatur.publisher.delivery.Status;
import org.imprimatur.publisher.wire.ReleaseRecord;
import org.imprimatur.schemas.avro.DeliveryCommandKind;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What people ask for about deliveries, and what a revocation does. */
class TakeDownTopologyTest {
    private static final Receipt RECEIPT = new Receipt("remote-1", Optional.of("https://example.org/1"));
    private static final String DELIVERY = "p1/r1/harbor";

    private final GateDriver gate;

    TakeDownTopologyTest(@TempDir Path folder) {
        gate = new GateDriver(folder);
    }

    @AfterEach
    void close() {
        gate.close();
    }

    @Test
    void whatWaitsIsCancelledAtOnce() {
        gate.release(scheduled());

        assertThat(ask("c1", DeliveryCommandKind.CANCEL)).isEmpty();
        gate.pass(Duration.ofSeconds(90));

        assertThat(gate.said())
                .containsExactly("p1/r1/harbor SCHEDULED scheduled", "p1/r1/harbor CANCELLED she asked for it");
        assertThat(gate.told()).isEmpty();
    }

    @Test
    void whatIsLiveIsTakenDownByTheWorker() {
        published();

        assertThat(ask("c1", DeliveryCommandKind.TAKE_DOWN)).isEmpty();

        Delivery requested = gate.toldLast().delivery();
        assertThat(requested.status())
                .isEqualTo(new Status.Takedown(
                        Stage.TAKEDOWN_REQUESTED,
                        RECEIPT,
                        new Order(Order.Kind.TAKE_DOWN, "rosa", "she asked for it", 0)));
        assertThat(requested.attempt()).isZero();
    }

    @Test
    void whatIsLiveIsNotCancelled() {
        published();

        assertThat(ask("c1", DeliveryCommandKind.CANCEL)).contains("it is live already; ask for a take-down");
    }

    @Test
    void aTakeDownThatComesWhileTheCallIsMadeFollowsTheAnswer() {
        gate.release(Samples.release("p1", 1, "harbor"));
        Delivery given = gate.toldLast().delivery();
        gate.worker(given, new Status.Armed());

        assertThat(ask("c1", DeliveryCommandKind.TAKE_DOWN)).isEmpty();
        assertThat(gate.told()).containsExactly("p1/r1/harbor STOP_REQUESTED she asked for it");

        gate.worker(given, new Status.Published(RECEIPT));
        assertThat(gate.told()).containsExactly("p1/r1/harbor TAKEDOWN_REQUESTED she asked for it");
    }

    @Test
    void aCancellationThatComesTooLateLeavesWhatIsLive() {
        gate.release(Samples.release("p1", 1, "harbor"));
        Delivery given = gate.toldLast().delivery();
        gate.worker(given, new Status.Armed());
        ask("c1", DeliveryCommandKind.CANCEL);
        gate.worker(given, new Status.Published(RECEIPT));

        assertThat(gate.told()).containsExactly("p1/r1/harbor STOP_REQUESTED she asked for it");
    }

    @Test
    void theSameCommandIsAnsweredOnce() {
        gate.release(scheduled());
        ask("c1", DeliveryCommandKind.CANCEL);

        assertThat(ask("c1", DeliveryCommandKind.CANCEL)).contains("not answered");
    }

    @Test
    void whatMakesNoSenseIsRefusedWithAReason() {
        assertThat(ask("c1", DeliveryCommandKind.CANCEL)).contains("there is no such delivery of this post");
        gate.release(scheduled());
        assertThat(ask("c2", DeliveryCommandKind.UNKNOWN)).contains("name the delivery that you mean");
        assertThat(gate.ask(Samples.command(
                        "c3", "p1", DeliveryCommandKind.UNKNOWN, command -> command.setDeliveryId(DELIVERY))))
                .contains("this version of the publisher does not know what is asked for");
        assertThat(gate.ask(Samples.command("c4", "p1", DeliveryCommandKind.CANCEL, command -> command.setReason(" "))))
                .contains("say who asks for this, and why");
        ask("c5", DeliveryCommandKind.CANCEL);
        assertThat(ask("c6", DeliveryCommandKind.TAKE_DOWN))
                .contains("it is CANCELLED: nothing of it waits or is live");
    }

    @Test
    void aPersonWhoFoundItLiveSettlesIt() {
        unconfirmed();

        assertThat(settle("c1", DeliveryCommandKind.CONFIRM_LIVE, Optional.empty()))
                .contains("give the address where you saw it, beginning with https://");
        assertThat(settle("c2", DeliveryCommandKind.CONFIRM_LIVE, Optional.of("https://example.org/1")))
                .isEmpty();

        assertThat(gate.said()).last().isEqualTo("p1/r1/harbor PUBLISHED");
        assertThat(settle("c3", DeliveryCommandKind.CONFIRM_LIVE, Optional.of("https://example.org/1")))
                .contains("it is PUBLISHED, so there is nothing to settle");
    }

    @Test
    void whatAPersonDidNotFindGoesOutUnderTheSameKeyAndTime() {
        Delivery first = unconfirmed();

        assertThat(settle("c1", DeliveryCommandKind.CONFIRM_NOT_LIVE, Optional.empty()))
                .isEmpty();

        Delivery second = gate.toldLast().delivery();
        assertThat(second.status()).isEqualTo(new Status.Prepared());
        assertThat(second.terms()).isEqualTo(first.terms());
        assertThat(second.requestHash()).contains("request");
        assertThat(second.round()).isEqualTo(2);
    }

    @Test
    void whatAPersonDidNotFindDoesNotGoOutWhenTheRulesChangedSince() {
        unconfirmed();
        gate.policy("2");
        gate.pass(Duration.ofSeconds(3));

        settle("c1", DeliveryCommandKind.CONFIRM_NOT_LIVE, Optional.empty());

        assertThat(gate.told()).isEmpty();
        assertThat(gate.sentBack()).containsExactly(1);
    }

    @Test
    void anOrderOutlivesTheQuestionWhetherItIsLive() {
        unconfirmed();
        ask("c1", DeliveryCommandKind.TAKE_DOWN);
        assertThat(gate.told()).isEmpty();

        settle("c2", DeliveryCommandKind.CONFIRM_LIVE, Optional.of("https://example.org/1"));

        assertThat(gate.told()).containsExactly("p1/r1/harbor TAKEDOWN_REQUESTED she asked for it");
    }

    @Test
    void aTaskEndsWithAProof() {
        published();
        ask("c1", DeliveryCommandKind.TAKE_DOWN);
        Delivery requested = gate.toldLast().delivery();
        Status.Takedown takedown = (Status.Takedown) requested.status();
        gate.worker(requested, takedown.at(Stage.TAKEDOWN_TASK, Optional.of("it can't"), Optional.empty()));

        assertThat(gate.ask(Samples.command(
                        "c2", "p1", DeliveryCommandKind.TASK_DONE, command -> command.setDeliveryId(DELIVERY))))
                .contains("give a proof: the SHA-256 of a picture that shows it, or an address");
        assertThat(gate.ask(Samples.command(
                        "c3",
                        "p1",
                        DeliveryCommandKind.TASK_DONE,
                        command -> command.setDeliveryId(DELIVERY).setProof("beef"))))
                .isEmpty();

        assertThat(gate.said())
                .last()
                .isEqualTo("p1/r1/harbor REMOVED she asked for it; taken down by hand, says rosa");
    }

    @Test
    void aRevocationCancelsWhatWaitsTakesDownWhatIsLiveAndBlocksWhatItShowed() {
        gate.authorization(Samples.authorization("A-1", form -> form));
        gate.release(authorized("live", Optional.empty()));
        gate.workerPublishes(RECEIPT);
        gate.release(authorized("waits", Optional.of(Samples.NOW.plusSeconds(3600))));
        gate.said();

        gate.authorization(Samples.revoked("A-1"));
        gate.pass(Duration.ofSeconds(1));

        assertThat(gate.said())
                .containsExactlyInAnyOrder(
                        "live/r1/harbor TAKEDOWN_REQUESTED authorization A-1 was revoked",
                        "waits/r1/harbor CANCELLED authorization A-1 was revoked");
        assertThat(gate.told()).containsExactly("live/r1/harbor TAKEDOWN_REQUESTED authorization A-1 was revoked");
        assertThat(gate.blocked()).containsOnly("a".repeat(64));

        gate.release(Samples.release("later", "harbor", draft -> draft.setMedia(List.of(Samples.picture("a")))));
        assertThat(gate.said())
                .containsExactly("later/r1/harbor REJECTED it shows a picture that may not go out:"
                        + " authorization A-1 was revoked");
    }

    @Test
    void aPictureThatARevokedFormNamesIsBlockedThoughItWasNeverShown() {
        gate.authorization(Samples.authorization(
                "A-1", form -> form.setPictures(List.of("b".repeat(64))).setRevokedAt(Samples.NOW)));
        gate.release(Samples.release("p1", "harbor", draft -> draft.setMedia(List.of(Samples.picture("b")))));

        assertThat(gate.told()).isEmpty();
        assertThat(gate.said()).singleElement().asString().startsWith("p1/r1/harbor REJECTED it shows a picture");
    }

    private Optional<String> ask(String id, DeliveryCommandKind kind) {
        return gate.ask(Samples.command(id, "p1", kind, command -> command));
    }

    private Optional<String> settle(String id, DeliveryCommandKind kind, Optional<String> url) {
        return gate.ask(Samples.command(
                id, "p1", kind, command -> command.setDeliveryId(DELIVERY).setUrl(url.orElse(null))));
    }

    private void published() {
        gate.release(Samples.release("p1", 1, "harbor"));
        gate.workerPublishes(RECEIPT);
    }

    private Delivery unconfirmed() {
        gate.release(Samples.release("p1", 1, "harbor"));
        Delivery given = gate.toldLast().delivery();
        gate.worker(given, new Status.Armed());
        return gate.worker(given, new Status.Unconfirmed("no answer"));
    }

    private static ReleaseRecord scheduled() {
        return Samples.release("p1", 1, "harbor", Optional.of(Samples.NOW.plusSeconds(60)));
    }

    private static ReleaseRecord authorized(String postId, Optional<Instant> scheduledAt) {
        return Samples.release(
                postId,
                "harbor",
                draft -> draft.setAuthorizations(List.of("A-1"))
                        .setScheduledAt(scheduledAt.orElse(null))
                        .setMedia(List.of(Samples.picture("a"))));
    }
}
