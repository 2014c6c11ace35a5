package org.imprimatur.kit.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.Set;
import org.imprimatur.kit.settings.Secret;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LocalAccountsTest {

    @TempDir
    private Path folder;

    private Path file = Path.of("");
    private LocalAccounts accounts = new LocalAccounts(file);

    @BeforeEach
    void begin() {
        file = folder.resolve("deep/accounts.yaml");
        accounts = new LocalAccounts(file);
    }

    @Test
    void anAccountSignsInWithItsPasswordAndNoOther() {
        Secret password = accounts.create("reviewer-1", Set.of("reviewer", "author"));

        assertThat(accounts.verify("reviewer-1", password.reveal()))
                .contains(new Identity("reviewer-1", Set.of("author", "reviewer")));
        assertThat(accounts.verify("reviewer-1", password.reveal() + "x")).isEmpty();
        assertThat(accounts.verify("reviewer-2", password.reveal())).isEmpty();
    }

    @Test
    void aPasswordIsLongAndRandomAndEasyToType() {
        String one = accounts.create("one", Set.of("author")).reveal();
        String two = accounts.create("two", Set.of("author")).reveal();

        assertThat(one).matches("([a-hjkmnp-zA2-9]{4}-){4}[a-hjkmnp-zA2-9]{4}").isNotEqualTo(two);
    }

    @Test
    void theFileHoldsAHashAndOnlyItsOwnerReadsIt() throws IOException {
        Secret password = accounts.create("one", Set.of("author"));

        assertThat(Files.readString(file)).contains("$argon2id$").doesNotContain(password.reveal());
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        assertThat(folder.resolve("deep").toFile().list())
                .containsExactlyInAnyOrder("accounts.yaml", ".accounts.yaml.lock");
    }

    @Test
    void accountsOutliveTheProcess() {
        Secret password = accounts.create("one", Set.of("author"));

        assertThat(new LocalAccounts(file).verify("one", password.reveal())).isPresent();
    }

    @Test
    void aTakenIdIsRefused() {
        accounts.create("one", Set.of("author"));

        assertThatThrownBy(() -> accounts.create("one", Set.of("reviewer")))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("There is an account one already.");
    }

    @Test
    void anAccountRemovedFromTheFileIsGone() throws IOException {
        Secret password = accounts.create("one", Set.of("author"));
        Files.writeString(file, "{}\n");
        Files.setLastModifiedTime(file, FileTime.fromMillis(1));

        assertThat(accounts.find("one")).isEmpty();
        assertThat(accounts.verify("one", password.reveal())).isEmpty();
        assertThat(accounts.isEmpty()).isTrue();
    }

    @Test
    void withoutAFileThereIsNobody() {
        assertThat(accounts.isEmpty()).isTrue();
        assertThat(accounts.verify("one", "password")).isEmpty();
    }

    @Test
    void aFileOfSomethingElseIsRefusedWithoutItsContent() throws IOException {
        Files.createDirectories(folder.resolve("deep"));
        Files.writeString(file, "one: hunter2\n");

        assertThatThrownBy(() -> accounts.find("one"))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageNotContaining("hunter2")
                .hasMessageContaining("accounts.yaml");
    }

    @Test
    void anUnknownAccountTakesAsLongAsAWrongPassword() {
        accounts.create("one", Set.of("author"));
        accounts.verify("one", "warm up");

        long known = median(() -> accounts.verify("one", "wrong"));
        long unknown = median(() -> accounts.verify("nobody", "wrong"));

        assertThat((double) unknown / known).isBetween(0.4, 2.5);
    }

    @Test
    void anIdentityHasAProperIdAndRoles() {
        assertThatThrownBy(() -> new Identity("", Set.of())).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Identity("a b", Set.of())).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Identity("a", Set.of("Author"))).isInstanceOf(IllegalArgumentException.class);
        assertThat(new Identity("a", Set.of("author")).hasAny("reviewer", "author"))
                .isTrue();
        assertThat(new Identity("a", Set.of("author")).hasAny("reviewer")).isFalse();
    }

    @Test
    void rolesAndPasswordAreGivenAnewAndAnAccountIsRemoved() {
        Secret first = accounts.create("one", Set.of("author"));
        accounts.create("two", Set.of("auditor"));

        accounts.assign("one", Set.of("reviewer:family"));
        Secret second = accounts.renewPassword("one");
        accounts.remove("two");

        assertThat(accounts.verify("one", first.reveal())).isEmpty();
        assertThat(accounts.verify("one", second.reveal())).contains(new Identity("one", Set.of("reviewer:family")));
        assertThat(accounts.list()).containsExactly(new Identity("one", Set.of("reviewer:family")));
        assertThatThrownBy(() -> accounts.assign("two", Set.of())).isInstanceOf(IllegalStateException.class);
    }

    private static long median(Runnable act) {
        long[] nanos = new long[5];
        for (int at = 0; at < nanos.length; at++) {
            long begun = System.nanoTime();
            act.run();
            nanos[at] = System.nanoTime() - begun;
        }
        Arrays.sort(nanos);
        return nanos[2];
    }
}
