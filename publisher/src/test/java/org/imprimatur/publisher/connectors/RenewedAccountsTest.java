package org.imprimatur.publisher.connectors;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.imprimatur.publisher.Samples;
import org.imprimatur.publisher.connectors.LoopbackServer.Request;
import org.imprimatur.publisher.connectors.LoopbackServer.Response;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RenewedAccountsTest {
    @TempDir
    Path folder;

    private final LoopbackServer endpoint = new LoopbackServer(this::answer);
    private Instant now = Samples.NOW;
    private String valid = "first-refresh";
    private int given;

    @BeforeEach
    void account() throws IOException {
        write("first-refresh");
    }

    @AfterEach
    void stop() {
        endpoint.close();
    }

    @Test
    void aTokenIsRenewedWhenAQuarterOfItsTimeIsLeftAndNotBefore() throws IOException {
        assertThat(token()).isEqualTo("access-1");
        now = Samples.NOW.plus(Duration.ofMinutes(89));
        assertThat(token()).isEqualTo("access-1");
        now = Samples.NOW.plus(Duration.ofMinutes(90));
        assertThat(token()).isEqualTo("access-2");
        assertThat(endpoint.requests("POST", "/token").get(1).body())
                .isEqualTo("grant_type=refresh_token&refresh_token=refresh-1&client_id=our-client");
        assertThat(endpoint.requests("POST", "/token").get(1).header("authorization"))
                .startsWith("Basic ");
    }

    @Test
    void aNewTokenOutlivesTheProcessAndIsForItsOwnerAlone() throws IOException {
        token();

        assertThat(token()).isEqualTo("access-1");
        assertThat(endpoint.requests("POST", "/token")).hasSize(1);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve("tokens"))))
                .isEqualTo("rwx------");
    }

    @Test
    void oneRefreshTokenIsUsedOnceHoweverManyAskAtOnce() {
        PlatformAccounts accounts = accounts();

        assertThat(IntStream.range(0, 16).parallel().mapToObj(i -> token(accounts)))
                .containsOnly("access-1");
        assertThat(endpoint.requests("POST", "/token")).hasSize(1);
    }

    @Test
    void whileTheOldOneHoldsAnEndpointThatIsDownDoesNoHarm() throws IOException {
        token();
        endpoint.overrules(request -> true, Response.json(503, "{}"));

        now = Samples.NOW.plus(Duration.ofMinutes(119));
        assertThat(token()).isEqualTo("access-1");
        now = Samples.NOW.plus(Duration.ofHours(2));
        assertThatExceptionOfType(IOException.class)
                .isThrownBy(this::token)
                .withMessageContaining("answered 503")
                .withMessageContaining("sign in to the platform again")
                .withMessageNotContaining("refresh-1");
    }

    @Test
    void whoeverPutsANewFirstTokenIntoTheFileIsHeard() throws IOException {
        token();
        valid = "second-refresh";
        write("second-refresh");

        assertThat(token()).isEqualTo("access-2");
    }

    @Test
    void aTokenThatIsRenewedByItselfIsShownAsItsPlatformWants() throws IOException {
        Files.writeString(
                folder.resolve("harbor.yaml"),
                "url: https://graph.threads.net\nsecret: unused\nrenewal:\n  url: " + endpoint.url()
                        + "/refresh_access_token?grant_type=th_refresh_token\n  token: long-1\n");

        assertThat(token()).isEqualTo("access-1");
        assertThat(endpoint.requests("GET", "/refresh_access_token").get(0).query())
                .isEqualTo(Map.of("grant_type", "th_refresh_token", "access_token", "long-1"));
    }

    @Test
    void secretsComeFromTheEnvironmentOrAnotherFile() throws IOException {
        Path other = Files.writeString(folder.resolve("password"), "from-a-file\n");
        Files.writeString(folder.resolve("a.yaml"), "url: https://a.example.org\nsecret: env:HARBOR_TOKEN\n");
        Files.writeString(folder.resolve("b.yaml"), "url: https://a.example.org\nsecret: file:" + other + "\n");
        Files.writeString(folder.resolve("c.yaml"), "url: https://a.example.org\nsecret: env:NOT_SET\n");

        assertThat(accounts().of("a").secret().reveal()).isEqualTo("from-the-environment");
        assertThat(accounts().of("b").secret().reveal()).isEqualTo("from-a-file");
        Files.writeString(other, "changed");
        assertThat(accounts().of("b").secret().reveal()).isEqualTo("changed");
        assertThatExceptionOfType(IOException.class).isThrownBy(() -> accounts().of("c"));
    }

    private void write(String token) throws IOException {
        Files.writeString(
                folder.resolve("harbor.yaml"),
                "url: https://api.x.com\nsecret: unused\nrenewal:\n  url: " + endpoint.url()
                        + "/token\n  client: our-client\n  client-secret: our-secret\n  token: " + token + "\n");
    }

    private String token() throws IOException {
        return accounts().of("harbor").secret().reveal();
    }

    private static String token(PlatformAccounts accounts) {
        try {
            return accounts.of("harbor").secret().reveal();
        } catch (IOException failure) {
            return String.valueOf(failure.getMessage());
        }
    }

    private PlatformAccounts accounts() {
        return PlatformAccounts.renewed(
                folder,
                name -> Optional.of("from-the-environment").filter(value -> name.equals("HARBOR_TOKEN")),
                folder.resolve("tokens"),
                Duration.ofSeconds(5),
                () -> now);
    }

    /** A refresh token is good once. */
    private synchronized Response answer(Request request) {
        boolean right = request.body().contains("refresh_token=" + valid + "&")
                || request.method().equals("GET");
        if (!right) {
            return Response.json(400, "{\"error\": \"invalid_request\"}");
        }
        given++;
        valid = "refresh-" + given;
        return Response.json(
                200,
                JsonMapper.builder()
                        .build()
                        .createObjectNode()
                        .put("access_token", "access-" + given)
                        .put("refresh_token", valid)
                        .put("expires_in", 7200));
    }
}
