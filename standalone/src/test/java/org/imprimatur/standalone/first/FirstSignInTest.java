package org.imprimatur.standalone.first;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class FirstSignInTest {

    private static final String CONSOLE = "http://localhost:8080";

    @TempDir
    private Path data = Path.of("set by JUnit");

    @Test
    void thePeopleOfTheSheetCanSignIn() {
        SignInSheet sheet = new FirstSignIn(data).ensure(CONSOLE, CONSOLE).orElseThrow();

        assertThat(sheet.people())
                .extracting(SignInSheet.Line::id)
                .containsExactly("ana", "omar", "rosa", "ravi", "pia", "admin", "audit");
        assertThat(sheet.people())
                .allSatisfy(person -> assertThat(new FirstSignIn(data)
                                .accounts()
                                .verify(person.id(), person.password().reveal())
                                .orElseThrow()
                                .roles())
                        .containsExactly(person.roles()));
    }

    @Test
    void theKeyOfTheSheetActsAsTheAuthor() {
        SignInSheet sheet = new FirstSignIn(data).ensure(CONSOLE, CONSOLE).orElseThrow();

        assertThat(new FirstSignIn(data)
                        .keys()
                        .verify(sheet.key().reveal(), "/v1/drafts")
                        .orElseThrow()
                        .id())
                .isEqualTo("ana");
        assertThat(new FirstSignIn(data).authorsKey()).contains(sheet.key());
    }

    @Test
    void noTwoFoldersHaveTheSamePasswords(@TempDir Path other) {
        SignInSheet one = new FirstSignIn(data).ensure(CONSOLE, CONSOLE).orElseThrow();
        SignInSheet another = new FirstSignIn(other).ensure(CONSOLE, CONSOLE).orElseThrow();

        assertThat(one.people().get(0).password())
                .isNotEqualTo(another.people().get(0).password());
        assertThat(one.key()).isNotEqualTo(another.key());
    }

    @Test
    void theSheetIsMadeOnce() {
        assertThat(new FirstSignIn(data).ensure(CONSOLE, CONSOLE)).isPresent();

        assertThat(new FirstSignIn(data).ensure(CONSOLE, CONSOLE)).isEmpty();
    }

    @Test
    void onlyItsOwnerReadsTheSheet() throws IOException {
        FirstSignIn people = new FirstSignIn(data);
        people.ensure(CONSOLE, CONSOLE);

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(people.sheet())))
                .isEqualTo("rw-------");
    }

    @Test
    void aKillHalfWayLeavesNobodyBehind() throws IOException {
        assertThat(new FirstSignIn(data).ensure(CONSOLE, CONSOLE)).isPresent();
        Files.move(data.resolve("identity"), data.resolve("identity.new"));

        SignInSheet again = new FirstSignIn(data).ensure(CONSOLE, CONSOLE).orElseThrow();

        assertThat(data.resolve("identity.new")).doesNotExist();
        assertThat(new FirstSignIn(data)
                        .accounts()
                        .verify("ana", again.people().get(0).password().reveal()))
                .isPresent();
    }

    @Test
    void aDeletedSheetLeavesThePeopleAlone() throws IOException {
        FirstSignIn people = new FirstSignIn(data);
        people.ensure(CONSOLE, CONSOLE);
        Files.delete(people.sheet());

        assertThat(people.ensure(CONSOLE, CONSOLE)).isEmpty();
        assertThat(people.authorsKey()).isEmpty();
    }
}
