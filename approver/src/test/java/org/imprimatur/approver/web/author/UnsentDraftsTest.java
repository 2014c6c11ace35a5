package org.imprimatur.approver.web.author;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import org.imprimatur.kit.web.ProblemException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UnsentDraftsTest {
    private static final String KEY = "00000000-0000-4000-8000-000000000001";

    @TempDir
    private Path folder;

    @Test
    void whatWasSavedIsFoundByWhoWroteItAndByNobodyElse() {
        UnsentDrafts drafts = new UnsentDrafts(folder);
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
                5);
        drafts.save("ana", unsent);

        assertThat(new UnsentDrafts(folder).find("ana", KEY)).contains(unsent);
        assertThat(drafts.of("ana")).containsExactly(unsent);
        assertThat(drafts.find("nora", KEY)).isEmpty();
        assertThat(drafts.of("nora")).isEmpty();
    }

    @Test
    void onlyTheProgramsOwnUserReadsIt() throws IOException {
        new UnsentDrafts(folder).save("ana", Unsent.blank(KEY));

        assertThat(PosixFilePermissions.toString(
                        Files.getPosixFilePermissions(folder.resolve("ana").resolve(KEY + ".json"))))
                .isEqualTo("rw-------");
    }

    @Test
    void aSavingThatComesAfterHandingInChangesNothing() {
        UnsentDrafts drafts = new UnsentDrafts(folder);
        drafts.save("ana", Unsent.blank(KEY));
        drafts.handedIn("ana", KEY);
        drafts.save("ana", Unsent.blank(KEY));

        assertThat(drafts.of("ana")).isEmpty();
    }

    @Test
    void aNameThatIsNoKeyLeadsNowhere() {
        assertThatThrownBy(() -> new UnsentDrafts(folder).find("ana", "../nora/" + KEY))
                .isInstanceOf(ProblemException.class);
    }
}
