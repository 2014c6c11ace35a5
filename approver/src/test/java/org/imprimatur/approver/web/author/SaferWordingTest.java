package org.imprimatur.approver.web.author;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.imprimatur.approver.post.Action;
import org.imprimatur.approver.post.Finding;
import org.imprimatur.approver.post.FiredRule;
import org.imprimatur.approver.post.Severity;
import org.imprimatur.approver.post.Span;
import org.imprimatur.approver.post.Verdict;
import org.junit.jupiter.api.Test;

class SaferWordingTest {
    @Test
    void aNameBecomesARoleAndBeginsItsSentenceWithACapital() {
        String text = "💙 Well done! Dolores Quimby rang the bell.";

        assertThat(SaferWording.of(text, verdict(text, "PATIENT_NAME", "Dolores Quimby"), List.of(0)))
                .contains("💙 Well done! A patient rang the bell.");
    }

    @Test
    void anIdentifierIsLeftOutWithTheSpaceBeforeIt() {
        String text = "Her record 0048777, is closed.";

        assertThat(SaferWording.of(text, verdict(text, "MRN", "0048777"), List.of(0)))
                .contains("Her record, is closed.");
    }

    @Test
    void aSentenceThatMayNotStayGoesAsAWhole() {
        String text = "We are open. We are the best in Oregon. Come by.";

        assertThat(SaferWording.of(text, verdict(text, "UNSUBSTANTIATED_CLAIM", "the best"), List.of(0)))
                .contains("We are open. Come by.");
    }

    @Test
    void aReplyThatConfirmsBecomesTheOneThatTheFindingOffers() {
        String text = "Thank you for staying with us, Ray!";

        assertThat(SaferWording.of(text, verdict(text, "REPLY_CONFIRMS_PATIENT", "staying with us"), List.of(0)))
                .contains("Thank you.");
    }

    @Test
    void whereNothingWouldBeLeftThereIsNoOtherWording() {
        String text = "We are the best.";

        assertThat(SaferWording.of(text, verdict(text, "UNSUBSTANTIATED_CLAIM", "the best"), List.of(0)))
                .isEmpty();
    }

    @Test
    void spansThatOverlapAreChangedOnce() {
        String text = "Dolores Quimby, 91, is home. Come by.";
        Verdict verdict = verdict(text, "PATIENT_NAME", "Dolores Quimby", "FAMILY_IDENTIFIER", "Quimby, 91");

        assertThat(SaferWording.of(text, verdict, List.of(0, 1))).contains("Come by.");
        assertThat(SaferWording.mendable(text, verdict)).containsExactly(0, 1);
    }

    @Test
    void whatOnlyTidiesSpacesIsNoOtherWording() {
        String text = "Come by  on Sunday , all are welcome. ";

        assertThat(SaferWording.mendable(text, verdict(text, "UNREADABLE", "Sunday")))
                .isEmpty();
    }

    /** Kinds and what they mark, in turn; one rule holds for all of them. */
    private static Verdict verdict(String text, String... kindsAndWords) {
        List<Finding> findings = IntStream.range(0, kindsAndWords.length / 2)
                .mapToObj(index -> finding(text, kindsAndWords[2 * index], kindsAndWords[2 * index + 1]))
                .toList();
        List<Integer> all = IntStream.range(0, findings.size()).boxed().toList();
        FiredRule rule = new FiredRule(
                "r", "A rule", "REASON", "", Action.HOLD, Severity.HIGH, "Because.", Optional.empty(), all);
        return new Verdict(1, "", true, findings, List.of(rule), 1, "", "", Instant.EPOCH);
    }

    private static Finding finding(String text, String kind, String words) {
        int start = text.codePointCount(0, text.indexOf(words));
        Span span = new Span(start, start + words.codePointCount(0, words.length()));
        return new Finding(
                "d", kind, List.of(span), 1, "Seen.", Optional.empty(), Optional.of("“Thank you.”"), Optional.empty());
    }
}
