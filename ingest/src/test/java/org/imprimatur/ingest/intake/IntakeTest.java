package org.imprimatur.ingest.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.imprimatur.ingest.intake.Submissions.ANA;
import static org.imprimatur.ingest.intake.Submissions.HASH;
import static org.imprimatur.ingest.intake.Submissions.KNOWN;
import static org.imprimatur.ingest.intake.Submissions.NOW;
import static org.imprimatur.ingest.intake.Submissions.with;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

final class IntakeTest {

    @Test
    void aPostNeedsOnlyAnAccountAndAText() {
        Content content = accepted(Map.of("account", "main", "text", "Flu shots on Saturday."));

        assertThat(content.kind()).isEqualTo(Kind.POST);
        assertThat(content.text()).isEqualTo("Flu shots on Saturday.");
        assertThat(content.scheduledAt()).isEmpty();
    }

    @Test
    void everythingThatIsSaidIsTakenOver() {
        Map<String, Object> submission = Map.of(
                "account", "main",
                "kind", "reply",
                "inReplyTo", "Great place!",
                "text", "Thank you.",
                "variants", Map.of("Bluesky", "Thanks."),
                "media", List.of(Map.of("hash", HASH, "altText", "A nurse waves.")),
                "authorizations", List.of("A-101", "A-101"),
                "scheduledAt", "2026-10-01T09:30:00.123456-07:00",
                "expiresAt", "2026-10-02T09:30:00-07:00");

        Content content = accepted(submission);

        assertThat(content.kind()).isEqualTo(Kind.REPLY);
        assertThat(content.inReplyTo()).contains("Great place!");
        assertThat(content.variants()).containsExactly(Map.entry("bluesky", "Thanks."));
        assertThat(content.media()).containsExactly(new Picture(HASH, "image/png", "A nurse waves."));
        assertThat(content.authorizations()).containsExactly("A-101");
        assertThat(content.scheduledAt()).contains(Instant.parse("2026-10-01T16:30:00.123Z"));
        assertThat(content.expiresAt()).contains(Instant.parse("2026-10-02T16:30:00Z"));
    }

    @Test
    void fieldsThatAreNullCountAsAbsent() {
        Map<String, Object> submission = with("kind", "post");
        List.of("inReplyTo", "variants", "media", "authorizations", "scheduledAt", "expiresAt")
                .forEach(name -> submission.put(name, null));

        assertThat(accepted(submission).authorizations()).isEmpty();
    }

    @Test
    void theLongestTextIsCountedInCodePoints() {
        assertThat(accepted(with("text", "😀".repeat(Intake.LONGEST_TEXT))).text())
                .hasSize(2 * Intake.LONGEST_TEXT);
    }

    static Stream<Arguments> faults() {
        String tooLong = "x".repeat(Intake.LONGEST_TEXT + 1);
        return Stream.of(
                one("text", " \n", "/text", "Write the text"),
                one("text", tooLong, "/text", "Shorten this to 10000 characters; it has 10001."),
                one("text", 7, "/text", "Give a JSON string"),
                one("text", "a\0b", "/text", "NUL"),
                one("text", "a\uD83Db", "/text", "surrogate"),
                one("text", "a\uDE00", "/text", "surrogate"),
                one("account", "", "/account", "Name the account"),
                one("account", "other", "/account", "There is no such account"),
                one("kind", "story", "/kind", "Say \"post\" or \"reply\"."),
                one("kind", true, "/kind", "Give a JSON string"),
                one("kind", "reply", "/inReplyTo", "Quote what the reply answers"),
                one("inReplyTo", "Great place!", "/inReplyTo", "say \"reply\" in kind"),
                one("inReplyTo", tooLong, "/inReplyTo", "Shorten"),
                one("variants", "x", "/variants", "Give a JSON object"),
                one("variants", Map.of("myspace", "x"), "/variants/myspace", "bluesky, outbox"),
                one("variants", Map.of("outbox", " "), "/variants/outbox", "Write this variant's text"),
                one("variants", Map.of("outbox", List.of()), "/variants/outbox", "Give a JSON string"),
                one("variants", Map.of("a/b~c", "x"), "/variants/a~1b~0c", "No account is on this platform"),
                one("media", Map.of(), "/media", "Give a JSON list"),
                one("media", List.of("x"), "/media/0", "Give an object with \"hash\" and \"altText\""),
                one("media", List.of(Map.of("hash", "cd".repeat(32))), "/media/0/hash", "upload it to /v1/media"),
                one("media", List.of(Map.of("hash", "../../secret")), "/media/0/hash", "upload it to /v1/media"),
                one("media", List.of(Map.of("altText", "x")), "/media/0/hash", "upload it to /v1/media"),
                one("media", List.of(Map.of("hash", HASH, "alt", "x")), "/media/0/alt", "not known here"),
                one(
                        "media",
                        List.of(Map.of("hash", HASH, "altText", "x".repeat(Intake.LONGEST_ALT_TEXT + 1))),
                        "/media/0/altText",
                        "Shorten this to 2000 characters"),
                one("media", Collections.nCopies(21, Map.of()), "/media", "at most 20 here; there are 21"),
                one("authorizations", List.of("A-101", "A-999"), "/authorizations/1", "No such authorization"),
                one("authorizations", List.of(1), "/authorizations/0", "Give a JSON string"),
                one("scheduledAt", "tomorrow", "/scheduledAt", "Write the time as in"),
                one("scheduledAt", "2026-12-01T09:30:00", "/scheduledAt", "and an offset"),
                one("scheduledAt", "2026-12-01T09:30Z", "/scheduledAt", "with seconds"),
                one("scheduledAt", "2026-02-30T09:30:00Z", "/scheduledAt", "Write the time as in"),
                one("scheduledAt", "2026-10-01T11:59:59Z", "/scheduledAt", "This time has passed"),
                one("expiresAt", "2026-10-01T11:59:59Z", "/expiresAt", "This time has passed"),
                one("baseRevision", 1, "/baseRevision", "not known here"),
                one("txet", "x", "/txet", "not known here"));
    }

    @ParameterizedTest(name = "{2}: {3}")
    @MethodSource("faults")
    void eachFaultIsNamedWithItsPlaceAndWhatToDo(String field, Object value, String pointer, String detail) {
        List<Fault> faults = refused(Intake.first(with(field, value), ANA, KNOWN, NOW));

        assertThat(faults).singleElement().satisfies(fault -> {
            assertThat(fault.pointer()).isEqualTo(pointer);
            assertThat(fault.detail()).contains(detail);
        });
    }

    @Test
    void allFaultsAreNamedTogether() {
        Map<String, Object> submission = new HashMap<>(Map.of(
                "text", "",
                "kind", "story",
                "scheduledAt", "now",
                "media", List.of(Map.of("hash", "no"), Map.of("hash", "nor this")),
                "authorizations", List.of("A-999"),
                "label", "hold"));

        assertThat(refused(Intake.first(submission, ANA, KNOWN, NOW)))
                .extracting(Fault::pointer)
                .containsExactly(
                        "/text",
                        "/account",
                        "/kind",
                        "/media/0/hash",
                        "/media/1/hash",
                        "/authorizations/0",
                        "/scheduledAt",
                        "/label");
    }

    @Test
    void nothingExpiresBeforeItIsDue() {
        Map<String, Object> submission = with("scheduledAt", "2026-12-01T09:30:00Z");
        submission.put("expiresAt", "2026-12-01T09:30:00Z");

        assertThat(refused(Intake.first(submission, ANA, KNOWN, NOW)))
                .extracting(Fault::pointer)
                .containsExactly("/expiresAt");
    }

    @Test
    void aLaterRevisionSaysWhatItBuildsOn() {
        List<Object> wrong = new ArrayList<>(List.of(0, -1, 1.5, "1"));

        assertThat(Intake.revision(with("baseRevision", 3), ANA, KNOWN, NOW))
                .isInstanceOfSatisfying(
                        Examination.Accepted.class,
                        accepted -> assertThat(accepted.baseRevision()).hasValue(3));
        assertThat(refused(Intake.revision(with("baseRevision", null), ANA, KNOWN, NOW)))
                .extracting(Fault::detail)
                .containsExactly("Give the number of the revision that you changed.");
        assertThat(wrong)
                .allSatisfy(value -> assertThat(refused(Intake.revision(with("baseRevision", value), ANA, KNOWN, NOW)))
                        .extracting(Fault::pointer)
                        .containsExactly("/baseRevision"));
    }

    @Test
    void anAuthorizationThatAnotherGroupKeepsReadsLikeOneThatNobodyKeeps() {
        Author fay = new Author("fay", Optional.of(Set.of("family")));
        List<String> mixed = List.of("A-101", "F-1", "H-1", "A-999");

        List<Fault> faults = refused(Intake.first(with("authorizations", mixed), fay, KNOWN, NOW));

        assertThat(faults).extracting(Fault::pointer).containsExactly("/authorizations/2", "/authorizations/3");
        assertThat(faults.get(0).detail())
                .isEqualTo(faults.get(1).detail())
                .startsWith("No such authorization is on file for the accounts that you write for");
        assertThat(accepted(with("authorizations", List.of("A-101", "F-1", "H-1")))
                        .authorizations())
                .as("who writes for all accounts relies on what any group keeps")
                .containsExactly("A-101", "F-1", "H-1");
    }

    @Test
    void noFaultAndNoNameOfADraftRepeatsItsText() {
        String canary = "canary-7f3a";
        Map<String, Object> submission = with("text", canary + "\0");
        submission.put("inReplyTo", canary);
        submission.put("scheduledAt", canary);
        submission.put("kind", canary);

        assertThat(refused(Intake.first(submission, ANA, KNOWN, NOW)))
                .noneSatisfy(fault -> assertThat(fault.detail()).contains(canary));
        assertThat(accepted(with("text", canary)).toString()).doesNotContain(canary);
    }

    private static Arguments one(String field, Object value, String pointer, String detail) {
        return Arguments.of(field, value, pointer, detail);
    }

    private static Content accepted(Map<String, ?> submission) {
        return Intake.first(submission, ANA, KNOWN, NOW).fold(Examination.Accepted::content, refused -> {
            throw new AssertionError(refused.faults().toString());
        });
    }

    private static List<Fault> refused(Examination examination) {
        return examination.fold(
                accepted -> {
                    throw new AssertionError("accepted");
                },
                Examination.Refused::faults);
    }

    @Test
    void whatThePlatformWouldNotTakeIsSaidBeforeItIsTaken() {
        Map<String, Object> long41 = with("text", "x".repeat(41));
        long41.put("account", "sky");
        long41.put("media", List.of(Map.of("hash", HASH)));

        assertThat(refused(Intake.first(long41, ANA, KNOWN, NOW)))
                .containsExactly(
                        new Fault("/text", "The text is longer than 40."),
                        new Fault("/media", "Picture 1 needs a description."));
    }

    @Test
    void theVariantOfItsPlatformGoesOutInPlaceOfTheText() {
        Map<String, Object> varied = with("text", "x".repeat(41));
        varied.put("account", "sky");
        varied.put("variants", Map.of("bluesky", "Short."));
        Map<String, Object> tooLong = new HashMap<>(varied);
        tooLong.put("variants", Map.of("bluesky", "y".repeat(41)));

        assertThat(Intake.first(varied, ANA, KNOWN, NOW)).isInstanceOf(Examination.Accepted.class);
        assertThat(refused(Intake.first(tooLong, ANA, KNOWN, NOW)))
                .extracting(Fault::pointer)
                .containsExactly("/variants/bluesky");
    }
}
