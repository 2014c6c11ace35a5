package org.imprimatur.approver.topology;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.serialization.StringSerializer;
import org.imprimatur.approver.readmodel.MemoryRows;
import org.imprimatur.approver.readmodel.ReadModel;
import org.imprimatur.approver.readmodel.ReviewTargets;
import org.imprimatur.approver.wire.CommandRecord;
import org.imprimatur.approver.wire.LivePost;
import org.imprimatur.approver.wire.ReviewSerdes;
import org.imprimatur.approver.wire.Samples;
import org.imprimatur.schemas.Topics;
import org.imprimatur.schemas.wire.Wire;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ReviewDeskTest {
    private static final String TEXT = "Call 555-0100";

    private final Wire wire = Wire.inMemory();
    private final Samples samples = new Samples(wire);
    private final MemoryRows rows = new MemoryRows(wire);
    private final LivePost post = new LivePost(wire, "p1");
    private final MockProducer<String, CommandRecord> log =
            new MockProducer<>(false, null, new StringSerializer(), new ReviewSerdes(wire).commandsOut());

    @AfterEach
    void close() {
        rows.close();
        log.close();
    }

    @Test
    void anAcceptedRequestIsAnsweredWithItsEvent() throws Exception {
        hold();
        CompletableFuture<Answer> answer = desk(Duration.ofMinutes(1)).submit(request("c1", "mira", 1));
        assertThat(answer).isNotDone();
        ProducerRecord<String, CommandRecord> command = log.history().get(0);
        assertThat(command.key()).isEqualTo("p1");
        assertThat(command.topic()).isEqualTo(Topics.REVIEW_COMMANDS.name());
        decide();
        Answer.Accepted accepted = (Answer.Accepted) answer.get(10, TimeUnit.SECONDS);
        assertThat(accepted.event().kind()).isEqualTo("APPROVED");
        assertThat(accepted.event().commandId()).contains("c1");
    }

    @Test
    void aRefusedRequestIsAnsweredWithTheReason() throws Exception {
        hold();
        CompletableFuture<Answer> answer = desk(Duration.ofMinutes(1)).submit(request("c1", "mira", 2));
        decide();
        Answer.Refused refused = (Answer.Refused) answer.get(10, TimeUnit.SECONDS);
        assertThat(refused.name()).isEqualTo("STALE_REVISION");
        assertThat(refused.sentence()).contains("revision 1");
    }

    @Test
    void theSameCommandAgainGetsTheSameAnswerWithoutAnotherCommand() throws Exception {
        hold();
        ReviewDesk desk = desk(Duration.ofMinutes(1));
        Answer first = answered(desk, request("c1", "mira", 1));
        assertThat(desk.submit(request("c1", "mira", 1)).get(10, TimeUnit.SECONDS))
                .isEqualTo(first);
        assertThat(log.history()).hasSize(1);
    }

    @Test
    void twoRequestsWithOneIdAtTheSameTimeAreOneCommand() throws Exception {
        hold();
        ReviewDesk desk = desk(Duration.ofMinutes(1));
        CompletableFuture<Answer> first = desk.submit(request("c1", "mira", 1));
        CompletableFuture<Answer> second = desk.submit(request("c1", "mira", 1));
        decide();
        assertThat(second.get(10, TimeUnit.SECONDS)).isEqualTo(first.get(10, TimeUnit.SECONDS));
        assertThat(log.history()).hasSize(1);
    }

    @Test
    void nobodyGetsTheAnswerToSomebodyElsesCommand() throws Exception {
        hold();
        ReviewDesk desk = desk(Duration.ofMinutes(1));
        answered(desk, request("c1", "mira", 1));
        Answer.Refused refused =
                (Answer.Refused) desk.submit(request("c1", "noah", 1)).get(10, TimeUnit.SECONDS);
        assertThat(refused.name()).isEqualTo("COMMAND_ID_TAKEN");
    }

    @Test
    void withoutAnAnswerInTimeNothingIsClaimed() throws Exception {
        Answer answer =
                desk(Duration.ofMillis(20)).submit(request("c1", "mira", 1)).get(10, TimeUnit.SECONDS);
        assertThat(answer).isInstanceOf(Answer.Unanswered.class);
    }

    @Test
    void aLogThatTakesNothingIsSaidAtOnce() throws Exception {
        CompletableFuture<Answer> answer = desk(Duration.ofMinutes(1)).submit(request("c1", "mira", 1));
        log.errorNext(new TimeoutException());
        assertThat(answer.get(10, TimeUnit.SECONDS)).isInstanceOf(Answer.Unanswered.class);
    }

    private Answer answered(ReviewDesk desk, ReviewRequest request) throws Exception {
        CompletableFuture<Answer> answer = desk.submit(request);
        decide();
        return answer.get(10, TimeUnit.SECONDS);
    }

    private ReviewDesk desk(Duration patience) {
        ReadModel model = new ReadModel(rows, wire, new ReviewTargets(Duration.ofHours(4), Duration.ofHours(24)));
        return new ReviewDesk(log, model, InstantSource.fixed(Samples.MONDAY), () -> "id", patience);
    }

    private void hold() {
        events(post.held(samples.held("p1", 1, TEXT, "HOLD_FOR_TWO", 2), Samples.MONDAY));
    }

    /** Does what the topology does with the newest command. */
    private void decide() {
        CommandRecord command = log.history().get(log.history().size() - 1).value();
        byte[] bytes = new ReviewSerdes(wire).commandsOut().serialize(Topics.REVIEW_COMMANDS.name(), command);
        events(post.asked(bytes, Samples.MONDAY));
    }

    private void events(List<byte[]> events) {
        events.forEach(event -> rows.put(Topics.REVIEW_EVENTS.name(), "p1", event));
    }

    private ReviewRequest request(String id, String actor, int revision) {
        return new ReviewRequest(
                id,
                "p1",
                revision,
                samples.hash("p1", revision, TEXT),
                ReviewRequest.Kind.APPROVE,
                actor,
                Set.of("reviewer"),
                ReviewRequest.Details.NONE);
    }
}
