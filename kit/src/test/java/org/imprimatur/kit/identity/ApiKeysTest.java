package org.imprimatur.kit.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;
import org.imprimatur.kit.settings.Secret;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ApiKeysTest {

    @TempDir
    private Path folder;

    @Test
    void aKeyActsAsItsOwner() {
        ApiKeys keys = keys();

        Secret key = keys.create("website", Set.of("author"));

        assertThat(keys.verify(key.reveal())).contains(new Identity("website", Set.of("author")));
        assertThat(keys().verify(key.reveal())).contains(new Identity("website", Set.of("author")));
    }

    @Test
    void anotherKeyIsNobody() {
        ApiKeys keys = keys();
        Secret key = keys.create("website", Set.of("author"));

        assertThat(keys.verify(key.reveal() + "x")).isEmpty();
        assertThat(keys.verify("")).isEmpty();
        assertThat(keys.verify(Tokens.hash(key.reveal()))).isEmpty();
    }

    @Test
    void anOwnerMayHaveSeveralKeys() {
        ApiKeys keys = keys();

        Secret one = keys.create("website", Set.of("author"));
        Secret two = keys.create("website", Set.of("author"));

        assertThat(keys.verify(one.reveal()))
                .isEqualTo(keys.verify(two.reveal()))
                .isPresent();
        assertThat(one).isNotEqualTo(two);
    }

    @Test
    void theFileHoldsAHashAndOnlyItsOwnerReadsIt() throws IOException {
        Secret key = keys().create("website", Set.of("author"));

        assertThat(key.reveal()).matches("imp_[A-Za-z0-9_-]{43}");
        assertThat(Files.readString(file())).contains(Tokens.hash(key.reveal())).doesNotContain(key.reveal());
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file())))
                .isEqualTo("rw-------");
    }

    @Test
    void aKeyRemovedFromTheFileIsRefused() throws IOException {
        ApiKeys keys = keys();
        Secret key = keys.create("website", Set.of("author"));
        Files.writeString(file(), "{}\n");
        Files.setLastModifiedTime(file(), FileTime.fromMillis(1));

        assertThat(keys.verify(key.reveal())).isEmpty();
    }

    private ApiKeys keys() {
        return new ApiKeys(file());
    }

    private Path file() {
        return folder.resolve("keys.yaml");
    }
}
