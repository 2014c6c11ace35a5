package org.imprimatur.approver.web.author;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import org.imprimatur.approver.post.Unsent;
import org.imprimatur.approver.readmodel.OwnProjector;
import org.imprimatur.approver.readmodel.ProjectedLog;
import org.imprimatur.approver.topology.OwnDesk;
import org.imprimatur.approver.wire.RecordLog;
import org.imprimatur.approver.wire.own.UnsentRecords;
import org.imprimatur.kit.web.ProblemException;
import org.imprimatur.schemas.wire.Wire;
import org.junit.jupiter.api.Test;

class UnsentDraftsTest {
    private static final String KEY = "00000000-0000-4000-8000-000000000001";
    private static final String HERE = "00000000-0000-4000-8000-00000000000a";
    private static final String THERE = "00000000-0000-4000-8000-00000000000b";

    private final Wire wire = Wire.inMemory();
    private final ProjectedLog log = new ProjectedLog(new OwnProjector(), InstantSource.system());
    private final UnsentDrafts drafts = drafts(log);

    @Test
    void whatWasSavedIsFoundByWhoWroteItAndByNobodyElse() {
        Unsent unsent = new Unsent(
                KEY,
                "",
                0,
                List.of("main"),
                true,
                "Five stars.",
                "Thanks ✓",
                Map.of("x", "Thx"),
                List.of(new Unsent.UnsentPicture("ab", "image/png", 7, "A door")),
                List.of("A-1"),
                "2026-12-01T09:00",
                "",
                "",
                new Unsent.Saved(HERE, 3, 5));

        assertThat(drafts.save("ana", unsent, "")).isEmpty();

        assertThat(drafts.find("ana", KEY)).contains(unsent);
        assertThat(drafts.of("ana")).containsExactly(unsent);
        assertThat(drafts.find("nora", KEY)).isEmpty();
        assertThat(drafts.of("nora")).isEmpty();
    }

    @Test
    void aWindowThatShowsAnOlderStateOverwritesNothingAndIsTold() {
        assertThat(drafts.save("ana", text("begun", HERE, 0), "")).isEmpty();
        assertThat(drafts.save("ana", text("gone on", THERE, 1), HERE + ".0")).isEmpty();

        assertThat(drafts.save("ana", text("late", HERE, 1), "")).contains(Elsewhere.CHANGED);

        assertThat(drafts.of("ana")).containsExactly(text("gone on", THERE, 1));
    }

    @Test
    void aWindowGoesOnFromItsOwnSavingsWhateverItShowedAtFirst() {
        assertThat(drafts.save("ana", text("one", HERE, 1), "")).isEmpty();
        assertThat(drafts.save("ana", text("two", HERE, 2), "")).isEmpty();

        assertThat(drafts.of("ana")).containsExactly(text("two", HERE, 2));
    }

    @Test
    void aSavingThatWasOvertakenOnItsWayChangesNothing() {
        assertThat(drafts.save("ana", text("two", HERE, 2), "")).isEmpty();
        assertThat(drafts.save("ana", text("one", HERE, 1), "")).isEmpty();

        assertThat(drafts.of("ana")).containsExactly(text("two", HERE, 2));
    }

    @Test
    void aSavingThatComesAfterHandingInChangesNothing() {
        assertThat(drafts.save("ana", text("one", HERE, 1), "")).isEmpty();
        drafts.forget("ana", KEY);

        assertThat(drafts.save("ana", text("two", HERE, 2), "")).contains(Elsewhere.GONE);
        assertThat(drafts.of("ana")).isEmpty();
    }

    @Test
    void nobodyWritesMoreThanAHundredAtATime() {
        for (int i = 0; i < UnsentDrafts.MOST; i++) {
            assertThat(drafts.save(
                            "ana",
                            text("one", HERE, 1)
                                    .apart(key(i))
                                    .saved(text("", HERE, 1).saved()),
                            ""))
                    .isEmpty();
        }

        assertThatThrownBy(() -> drafts.save("ana", text("one too many", HERE, 1), ""))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("100 unfinished posts");
    }

    @Test
    void whatKafkaDoesNotTakeIsSaidAndNotLost() {
        UnsentDrafts deaf = drafts(record -> {
            throw new IllegalStateException("no broker");
        });

        assertThatThrownBy(() -> deaf.save("ana", text("one", HERE, 1), ""))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("what you wrote still stands");
    }

    @Test
    void aNameThatIsNoKeyLeadsNowhere() {
        assertThatThrownBy(() -> drafts.find("ana", "../nora/" + KEY)).isInstanceOf(ProblemException.class);
    }

    private UnsentDrafts drafts(RecordLog to) {
        return new UnsentDrafts(new OwnDesk<>(new UnsentRecords(wire), to, log, Duration.ofSeconds(1)));
    }

    private static Unsent text(String text, String window, int turn) {
        return Unsent.blank(KEY).withText(text, "").saved(new Unsent.Saved(window, turn, 5));
    }

    private static String key(int number) {
        return "00000000-0000-4000-8000-%012d".formatted(100 + number);
    }
}
