package org.imprimatur.approver.topology;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.imprimatur.approver.post.SavedView;
import org.imprimatur.approver.post.Unsent;
import org.imprimatur.approver.readmodel.OwnProjector;
import org.imprimatur.approver.readmodel.ProjectedRows;
import org.imprimatur.approver.wire.KafkaRecordLog;
import org.imprimatur.approver.wire.own.OwnKey;
import org.imprimatur.approver.wire.own.SavedViewRecords;
import org.imprimatur.approver.wire.own.UnsentRecords;
import org.imprimatur.kit.lifecycle.Lifecycle;
import org.imprimatur.kit.projection.Projection;
import org.imprimatur.kit.streams.TopicProvisioner;
import org.imprimatur.schemas.Topics;
import org.imprimatur.schemas.wire.Wire;
import org.imprimatur.testkit.broker.TestBroker;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Instances on one broker, each with a folder of its own, or with an empty one. */
class OwnDeskTest {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Wire WIRE = Wire.inMemory();
    private static final String WINDOW = "00000000-0000-4000-8000-00000000000a";

    @TempDir
    private static Path folder;

    @BeforeAll
    static void provision() {
        TopicProvisioner.ensure(TestBroker.bootstrap(), Topics.toProvision((short) 1));
    }

    /** What one instance needs to keep and to show. */
    private record Instance(Lifecycle running, OwnDesk<Unsent> drafts, OwnDesk<SavedView> views)
            implements AutoCloseable {
        static Instance on(String disk) {
            KafkaRecordLog log = new KafkaRecordLog(disk, TestBroker.bootstrap(), PATIENCE);
            Projection projection = new Projection(
                    folder.resolve(disk).resolve("own.sqlite"),
                    TestBroker.bootstrap(),
                    OwnProjector.topics(),
                    new OwnProjector());
            Lifecycle running = new Lifecycle(List.of(projection, log));
            running.start();
            await().atMost(PATIENCE).until(() -> projection.health().isUp());
            ProjectedRows rows = new ProjectedRows(projection);
            return new Instance(
                    running,
                    new OwnDesk<>(new UnsentRecords(WIRE), log, rows, PATIENCE),
                    new OwnDesk<>(new SavedViewRecords(WIRE), log, rows, PATIENCE));
        }

        @Override
        public void close() {
            running.close();
        }
    }

    @Test
    void whatIsKeptOnOneInstanceShowsOnTheOther() {
        SavedView view = new SavedView("Only the severe", "?severity=HIGH", Instant.parse("2026-11-22T14:00:00Z"));
        try (Instance first = Instance.on("first");
                Instance second = Instance.on("second")) {
            first.drafts().keep(key("ana", 1), draft(1, "Half a thought"));
            second.views().keep(key("ana", 2), view);

            assertThat(first.drafts().of("ana")).containsExactly(draft(1, "Half a thought"));
            await().atMost(PATIENCE)
                    .untilAsserted(
                            () -> assertThat(second.drafts().of("ana")).containsExactly(draft(1, "Half a thought")));
            await().atMost(PATIENCE)
                    .untilAsserted(() -> assertThat(first.views().of("ana")).containsExactly(view));

            second.drafts().forget(key("ana", 1));
            await().atMost(PATIENCE)
                    .untilAsserted(() ->
                            assertThat(first.drafts().isGone(key("ana", 1))).isTrue());
            assertThat(first.drafts().of("ana")).isEmpty();
        }
    }

    @Test
    void aLostDiskLosesNothingAndBringsNothingBack() {
        try (Instance lost = Instance.on("lost")) {
            lost.drafts().keep(key("nora", 3), draft(3, "one"));
            lost.drafts().keep(key("nora", 3), draft(3, "one and more"));
            lost.drafts().keep(key("nora", 4), draft(4, "thrown away"));
            lost.drafts().forget(key("nora", 4));
        }
        try (Instance anew = Instance.on("anew")) {
            assertThat(anew.drafts().of("nora")).containsExactly(draft(3, "one and more"));
            assertThat(anew.drafts().isGone(key("nora", 4))).isTrue();
        }
    }

    private static OwnKey key(String person, int number) {
        return new OwnKey(person, id(number));
    }

    private static Unsent draft(int number, String text) {
        return Unsent.blank(id(number)).withText(text, "").saved(new Unsent.Saved(WINDOW, text.length(), 5));
    }

    private static String id(int number) {
        return "00000000-0000-4000-8000-%012d".formatted(number);
    }
}
