package org.imprimatur.kit.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.imprimatur.kit.identity.ProviderUnderTest.pathOf;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.imprimatur.kit.identity.ProviderUnderTest.Answer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Signing in by a provider, and everything that a forger of a sign-in could try. */
class ProviderSignInTest {

    private final ProviderUnderTest program;

    ProviderSignInTest(@TempDir Path folder) {
        program = new ProviderUnderTest(folder);
    }

    @AfterEach
    void stop() {
        program.close();
    }

    @Test
    void whomTheProviderVouchesForIsSignedInWithTheRolesOfTheClaim() {
        String session = program.signIn("rosa", "reviewer:family", "author", "something-else");

        assertThat(program.get("/v1/who", session).body())
                .isEqualTo(new Identity("rosa", Set.of("author", "reviewer:family")).toString());
        assertThat(program.get("/v1/review", session).status()).isEqualTo(403);
    }

    @Test
    void theBrowserIsSentWithStateNonceAndAChallenge() {
        Answer begun = program.get("/sign-in/provider", "");

        assertThat(begun.status()).isEqualTo(303);
        assertThat(begun.location())
                .contains("response_type=code", "state=", "nonce=", "code_challenge=", "code_challenge_method=S256")
                .contains("client_id=imprimatur");
    }

    @Test
    void whoHasNoRoleThatMeansSomethingIsNotSignedIn() {
        for (String[] roles : new String[][] {{}, {"owner", "root"}, {"REVIEWER"}}) {
            program.nextIs("nobody", roles);
            Answer begun = program.get("/sign-in/provider", "");
            Answer arrived = program.get(pathOf(program.visit(begun.location()).location()), begun.cookie());

            assertThat(arrived.status()).isEqualTo(403);
            assertThat(arrived.cookie()).isEmpty();
        }
    }

    @Test
    void aCallbackWorksOnce() {
        program.nextIs("rosa", "reviewer");
        Answer begun = program.get("/sign-in/provider", "");
        String callback = pathOf(program.visit(begun.location()).location());

        assertThat(program.get(callback, begun.cookie()).status()).isEqualTo(303);
        assertThat(program.get(callback, begun.cookie()).status()).isEqualTo(401);
    }

    @Test
    void aUsedCodeSignsNobodyInEvenInAFreshSignIn() {
        program.nextIs("rosa", "reviewer");
        Answer first = program.get("/sign-in/provider", "");
        String callback = pathOf(program.visit(first.location()).location());
        program.get(callback, first.cookie());

        Answer second = program.get("/sign-in/provider", "");
        String forged = callback.replaceAll("state=[^&]*", "state=" + parameter(second.location(), "state"));

        assertThat(program.get(forged, second.cookie()).status()).isEqualTo(401);
    }

    @Test
    void anothersCallbackSignsNobodyIn() {
        program.nextIs("mallory", "reviewer");
        Answer mallorys = program.get("/sign-in/provider", "");
        String callback = pathOf(program.visit(mallorys.location()).location());
        Answer victims = program.get("/sign-in/provider", "");

        assertThat(program.get(callback, victims.cookie()).status()).isEqualTo(401);
        assertThat(program.get(callback, "").status()).isEqualTo(401);
    }

    @Test
    void aTokenWithAnotherNonceIsRefused() {
        program.nextIs("rosa", "reviewer");
        Answer begun = program.get("/sign-in/provider", "");
        String tampered = begun.location().replaceAll("nonce=[^&]*", "nonce=chosen-by-somebody");

        Answer arrived = program.get(pathOf(program.visit(tampered).location()), begun.cookie());

        assertThat(arrived.status()).isEqualTo(401);
        assertThat(arrived.cookie()).isEmpty();
    }

    @Test
    void aCodeThatWasMadeForAnotherChallengeIsRefused() {
        program.nextIs("rosa", "reviewer");
        Answer begun = program.get("/sign-in/provider", "");
        String tampered = begun.location()
                .replaceAll("code_challenge=[^&]*", "code_challenge=E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM");

        assertThat(program.get(pathOf(program.visit(tampered).location()), begun.cookie())
                        .status())
                .isEqualTo(401);
    }

    @Test
    void aTokenForAnotherProgramIsRefused() {
        program.nextIs("rosa", Map.of("aud", "another-program", "roles", List.of("reviewer")));
        Answer begun = program.get("/sign-in/provider", "");

        assertThat(program.get(pathOf(program.visit(begun.location()).location()), begun.cookie())
                        .status())
                .isEqualTo(401);
    }

    @Test
    void aTokenOfAnotherIssuerIsRefused() {
        program.nextIs("rosa", Map.of("iss", "https://evil.example", "roles", List.of("reviewer")));
        Answer begun = program.get("/sign-in/provider", "");

        assertThat(program.get(pathOf(program.visit(begun.location()).location()), begun.cookie())
                        .status())
                .isEqualTo(401);
    }

    @Test
    void aSignInThatTookTooLongBeginsAgain() {
        program.nextIs("rosa", "reviewer");
        Answer begun = program.get("/sign-in/provider", "");
        String callback = pathOf(program.visit(begun.location()).location());

        program.clock.advance(ProviderSignIn.PATIENCE);

        assertThat(program.get(callback, begun.cookie()).status()).isEqualTo(401);
    }

    @Test
    void aSessionThatWasPlantedBeforeSignInIsNotTheOneAfterIt() {
        String planted = "imprimatur=chosen-by-somebody";
        program.nextIs("rosa", "reviewer");
        Answer begun = program.get("/sign-in/provider", planted);
        Answer arrived =
                program.get(pathOf(program.visit(begun.location()).location()), planted + "; " + begun.cookie());

        assertThat(arrived.cookie()).isNotEqualTo(planted);
        assertThat(program.get("/v1/who", planted).status()).isEqualTo(401);
        assertThat(program.get("/v1/who", arrived.cookie()).status()).isEqualTo(200);
    }

    @Test
    void signingOutEndsTheSessionAndSaysWhereToEndTheProvidersToo() {
        String session = program.signIn("rosa", "reviewer");
        String csrf = program.get("/csrf", session).body();

        Answer out = program.post("/sign-out", "_csrf=" + csrf, session);

        assertThat(out.body()).contains("/staff/endsession", "client_id=imprimatur", "post_logout_redirect_uri=");
        assertThat(program.get("/v1/who", session).status()).isEqualTo(401);
    }

    @Test
    void aPasswordIsNotTakenWhereAProviderSignsPeopleIn() {
        assertThat(program.post("/sign-in", "", "").status()).isEqualTo(403);
    }

    @Test
    void aProgramIsKnownByAShortTokenForUs() {
        String token = program.token("robot", ProviderUnderTest.AUDIENCE, 300, "author");

        assertThat(who(token).body()).contains("robot", "author");
    }

    @Test
    void noOtherTokenOpensAnything() {
        String good = program.token("robot", ProviderUnderTest.AUDIENCE, 300, "author");
        String forged = good.substring(0, good.lastIndexOf('.') + 1) + "AAAA";
        String unsigned = "eyJhbGciOiJub25lIn0." + good.split("\\.", -1)[1] + ".";

        assertThat(who(program.token("rosa", ProviderUnderTest.CLIENT, 300, "reviewer"))
                        .status())
                .as("an ID token")
                .isEqualTo(401);
        assertThat(who(program.token("rosa", ProviderUnderTest.AUDIENCE, 7200, "reviewer"))
                        .status())
                .as("a long-lived one")
                .isEqualTo(401);
        assertThat(who(program.token("rosa", ProviderUnderTest.AUDIENCE, -600, "reviewer"))
                        .status())
                .as("one that is over")
                .isEqualTo(401);
        assertThat(who(program.token("rosa", ProviderUnderTest.AUDIENCE, 300, "owner"))
                        .status())
                .as("one without a role")
                .isEqualTo(401);
        assertThat(who(forged).status()).as("one with a forged signature").isEqualTo(401);
        assertThat(who(unsigned).status()).as("an unsigned one").isEqualTo(401);
    }

    @Test
    void tooManySignInsFromOneAddressWait() {
        for (int attempt = 0; attempt < 30; attempt++) {
            assertThat(program.get("/sign-in/provider", "").status()).isEqualTo(303);
        }

        assertThat(program.get("/sign-in/provider", "").status()).isEqualTo(429);
        program.clock.advance(Duration.ofSeconds(2));
        assertThat(program.get("/sign-in/provider", "").status()).isEqualTo(303);
    }

    private Answer who(String token) {
        return program.get("/v1/who", "", "Authorization", "Bearer " + token);
    }

    private static String parameter(String address, String name) {
        return address.replaceAll(".*[?&]" + name + "=([^&]*).*", "$1");
    }
}
