package org.imprimatur.analyzer.topology;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.InstantSource;
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
        Judgement judgement = check.judge(sketch("main", "Call my cell 406-555-0199, says Mrs. Quimby."))
                .orElseThrow();

        assertThat(judgement.route()).isEqualTo(Route.HELD);
        assertThat(judgement.rulings()).anyMatch(ruling -> ruling.ruleId().equals("private-contact"));
        assertThat(pipeline.verdicts()).as("nothing is stored").isEmpty();
    }

    @Test
    void aCleanDraftWouldGoOut() {
        assertThat(check.judge(sketch("main", "The gift shop opens at 9."))
                        .orElseThrow()
                        .route())
                .isEqualTo(Route.CLEARED);
    }

    @Test
    void anAccountThatIsNotRegisteredIsAReasonHereToo() {
        assertThat(check.judge(sketch("nowhere", "The gift shop opens at 9."))
                        .orElseThrow()
                        .route())
                .isEqualTo(Route.HELD);
    }

    @Test
    void saysNothingWhileTheRegistersCannotBeRead() {
        LiveCheck early = check(new StoreShelf(topic -> {
            throw new InvalidStateStoreException("restoring");
        }));

        assertThat(early.judge(sketch("main", "The gift shop opens at 9."))).isEmpty();
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
