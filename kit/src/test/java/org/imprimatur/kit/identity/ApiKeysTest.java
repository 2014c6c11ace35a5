package org.imprimatur.kit.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.imprimatur.kit.settings.Secret;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ApiKeysTest {

    private final SteppedClock clock = new SteppedClock();

    @TempDir
    private Path folder;

    @Test
    void aKeyActsAsItsOwner() {
        ApiKeys keys = keys();

        Secret key = keys.create("website", Set.of("author"));

        assertThat(keys.verify(key.reveal(), "/v1/drafts")).contains(new Identity("website", Set.of("author")));
        assertThat(keys().verify(key.reveal(), "/v1/drafts")).contains(new Identity("website", Set.of("author")));
    }

    @Test
    void anotherKeyIsNobody() {
        ApiKeys keys = keys();
        Secret key = keys.create("website", Set.of("author"));

        assertThat(keys.verify(key.reveal() + "x", "/v1/drafts")).isEmpty();
        assertThat(keys.verify("", "/v1/drafts")).isEmpty();
        assertThat(keys.verify(Tokens.hash(key.reveal()), "/v1/drafts")).isEmpty();
    }

    @Test
    void anOwnerMayHaveSeveralKeys() {
        ApiKeys keys = keys();

        Secret one = keys.create("website", Set.of("author"));
        Secret two = keys.create("website", Set.of("author"));

        assertThat(keys.verify(one.reveal(), "/v1/drafts"))
                .isEqualTo(keys.verify(two.reveal(), "/v1/drafts"))
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

        assertThat(keys.verify(key.reveal(), "/v1/drafts")).isEmpty();
    }

    @Test
    void aKeyOpensOnlyTheRoutesOfItsScope() {
        ApiKeys keys = keys();
        Secret key = keys.create(scope(Set.of("/v1/drafts"), Optional.empty()));

        assertThat(keys.verify(key.reveal(), "/v1/drafts")).isPresent();
        assertThat(keys.verify(key.reveal(), "/v1/drafts/a1/revisions")).isPresent();
        assertThat(keys.verify(key.reveal(), "/v1/draftsy")).isEmpty();
        assertThat(keys.verify(key.reveal(), "/v1/cases/a1/commands")).isEmpty();
        assertThat(keys.verify(key.reveal(), "/queue")).isEmpty();
    }

    @Test
    void aKeyWithoutAScopeOpensNoPage() {
        ApiKeys keys = keys();
        Secret key = keys.create("website", Set.of("reviewer"));

        assertThat(keys.verify(key.reveal(), "/v1/cases")).isPresent();
        assertThat(keys.verify(key.reveal(), "/queue")).isEmpty();
    }

    @Test
    void aKeyEndsWhenItExpires() {
        ApiKeys keys = new ApiKeys(file(), clock);
        Secret key = keys.create(
                scope(KeyScope.EVERY_ROUTE, Optional.of(clock.instant().plus(Duration.ofDays(1)))));

        assertThat(keys.verify(key.reveal(), "/v1/drafts")).isPresent();
        clock.advance(Duration.ofDays(1));
        assertThat(keys.verify(key.reveal(), "/v1/drafts")).isEmpty();
    }

    @Test
    void aKeyIsListedWithoutItselfAndRevokedByWhatIsListed() {
        ApiKeys keys = keys();
        Secret one = keys.create(scope(Set.of("/v1/drafts"), Optional.empty()));
        Secret two = keys.create("website", Set.of("author"));

        String id = Tokens.hash(one.reveal()).substring(0, 12);
        assertThat(keys.list()).extracting(ApiKeys.Listed::id).contains(id).hasSize(2);
        assertThat(keys.revoke(id)).isTrue();

        assertThat(keys.revoke(id)).isFalse();
        assertThat(keys.revoke("")).isFalse();
        assertThat(keys.verify(one.reveal(), "/v1/drafts")).isEmpty();
        assertThat(keys.verify(two.reveal(), "/v1/drafts")).isPresent();
    }

    @Test
    void aFileOfAnEarlierVersionIsStillUnderstood() throws IOException {
        String key = "imp_0123456789";
        Files.writeString(file(), Tokens.hash(key) + ":\n  owner: website\n  roles: [author]\n");

        assertThat(keys().verify(key, "/v1/drafts")).contains(new Identity("website", Set.of("author")));
    }

    private static KeyScope scope(Set<String> routes, Optional<Instant> expires) {
        return new KeyScope("website", Set.of("author"), "The web site", routes, expires);
    }

    private ApiKeys keys() {
        return new ApiKeys(file());
    }

    private Path file() {
        return folder.resolve("keys.yaml");
    }
}
