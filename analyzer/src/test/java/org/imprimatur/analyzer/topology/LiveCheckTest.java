package org.imprimatur.analyzer.topology;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.streams.errors.InvalidStateStoreException;
import org.imprimatur.analyzer.detect.Detectors;
import org.imprimatur.analyzer.draft.DraftKind;
import org.imprimatur.analyzer.draft.Sketch;
import org.imprimatur.analyzer.judge.Judge;
import org.imprimatur.analyzer.judge.Judgement;
import org.imprimatur.analyzer.judge.Route;
import org.imprimatur.analyzer.judge.Watch;
import org.imprimatur.schemas.Topics;
import org.imprimatur.schemas.avro.Authorization;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class LiveCheckTest {
    private final Pipeline pipeline = Pipeline.ready();
    private final LiveCheck check = check(pipeline.shelf());

    @AfterEach
    void close() {
        pipeline.close();
    }

    @Test
    void whatWouldBeHeldIsHeldForTheReasonsOfTheVerdict() {
        Judgement judgement = judged(sketch("main", "Call my cell 406-555-0199, says Mrs. Quimby."));

        assertThat(judgement.route()).isEqualTo(Route.HELD);
        assertThat(judgement.rulings()).anyMatch(ruling -> ruling.ruleId().equals("private-contact"));
        assertThat(pipeline.verdicts()).as("nothing is stored").isEmpty();
    }

    @Test
    void aCleanDraftWouldGoOut() {
        assertThat(judged(sketch("main", "The gift shop opens at 9.")).route()).isEqualTo(Route.CLEARED);
    }

    @Test
    void anAccountThatIsNotRegisteredIsAReasonHereToo() {
        assertThat(judged(sketch("nowhere", "The gift shop opens at 9.")).route())
                .isEqualTo(Route.HELD);
    }

    @Test
    void saysNothingWhileTheRegistersCannotBeRead() {
        LiveCheck early = check(new StoreShelf(topic -> {
            throw new InvalidStateStoreException("restoring");
        }));

        assertThat(early.judge(sketch("main", "The gift shop opens at 9."), group -> true))
                .isEmpty();
    }

    @Test
    void anAuthorizationThatAnotherGroupKeepsIsUnknownToWhoAsks() {
        pipeline.send(Topics.AUTHORIZATIONS, "H-1", kept("H-1", "hospital"));
        Sketch guessed = story("H-1");

        Judgement hers = check.judge(guessed, group -> group.equals("hospital")).orElseThrow();
        Judgement another =
                check.judge(guessed, group -> group.equals("family")).orElseThrow();
        Judgement nobodys =
                check.judge(story("H-9"), group -> group.equals("family")).orElseThrow();

        assertThat(hers.rulings()).isNotEqualTo(nobodys.rulings());
        assertThat(another.rulings()).isEqualTo(nobodys.rulings());
        assertThat(another.findings()).isEqualTo(nobodys.findings());
    }

    private static Sketch story(String authorization) {
        return new Sketch(
                "main",
                DraftKind.POST,
                Optional.empty(),
                "A story of a new hip.",
                Map.of(),
                List.of(),
                List.of(authorization));
    }

    private static Authorization kept(String id, String group) {
        return Authorization.newBuilder()
                .setAuthorizationId(id)
                .setPersonName("Casimir Holt")
                .setScope("a new hip")
                .setPlatforms(List.of("outbox"))
                .setExpires(LocalDate.of(2999, 12, 31))
                .setGroup(group)
                .build();
    }

    private Judgement judged(Sketch sketch) {
        return check.judge(sketch, group -> true).orElseThrow();
    }

    private LiveCheck check(Shelf shelf) {
        return new LiveCheck(
                shelf,
                pipeline.wire(),
                new Judge(Detectors.all(), Watch.PATIENT),
                InstantSource.fixed(Pipeline.SUBMITTED));
    }

    private static Sketch sketch(String account, String text) {
        return new Sketch(account, DraftKind.POST, Optional.empty(), text, Map.of(), List.of(), List.of());
    }
}
