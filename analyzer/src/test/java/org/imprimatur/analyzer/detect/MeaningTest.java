package org.imprimatur.analyzer.detect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.imprimatur.analyzer.detect.Samples.kinds;
import static org.imprimatur.analyzer.detect.Samples.pieces;
import static org.imprimatur.analyzer.detect.Samples.post;
import static org.imprimatur.analyzer.detect.Samples.reply;

import java.util.List;
import org.imprimatur.analyzer.draft.Finding;
import org.imprimatur.analyzer.draft.FindingKind;
import org.imprimatur.analyzer.meaning.Ground;
import org.junit.jupiter.api.Test;

class MeaningTest {

    private static final String CARRIER = "Our favourite mail carrier left our unit today, two months after the dog.";

    private final Meaning meaning = new Meaning(Detectors.cues());

    @Test
    void anUnnamedPatientWhomTheTownKnowsIsFoundThoughNoRuleSeesThem() {
        assertThat(held(post(CARRIER), Detectors.cues())).isEmpty();
        assertThat(kinds(meaning, post(CARRIER))).containsExactly(FindingKind.REIDENTIFIABLE_COMBINATION);
    }

    @Test
    void whatIsSaidToEverybodyOnTheSameMattersPasses() {
        assertThat(meaning.detect(post("Thank a mail carrier today, and keep the dog inside when the letters come.")))
                .isEmpty();
        assertThat(meaning.detect(post("A dog bite needs washing at once. Our nurses explain what to watch for.")))
                .isEmpty();
    }

    @Test
    void theSentenceThatWeighsMostIsMarked() {
        assertThat(pieces(meaning, post("Good morning! " + CARRIER))).containsExactly(CARRIER);
    }

    @Test
    void aPoliteSafeReplyPasses() {
        assertThat(meaning.detect(reply("We hear you and take every concern seriously. Privacy rules keep us from"
                        + " discussing anybody's care here. Please call us, we would like to listen.")))
                .isEmpty();
    }

    @Test
    void aThankYouThatConfirmsAVisitIsHeldOnceAndNotTwice() {
        Screening thanks = reply("Thank you so much for coming in last week and for trusting our team with your knee!");

        assertThat(held(thanks, Detectors.all())).containsExactly(FindingKind.REPLY_CONFIRMS_PATIENT);
    }

    @Test
    void aNameThatARuleReportsIsNotToldAgainAsACombination() {
        assertThat(Ground.UNKNOWN_PERSON_NAMED.isSaidBy(FindingKind.UNKNOWN_NAME))
                .isTrue();
        assertThat(Ground.FAMILY_IDENTIFIER.isSaidBy(FindingKind.FAMILY_NAME)).isTrue();
        assertThat(Ground.REIDENTIFIABLE_COMBINATION.isSaidBy(FindingKind.PATIENT_NAME))
                .isFalse();
    }

    @Test
    void theExplanationSaysWhatItIsAndQuotesNothing() {
        assertThat(meaning.detect(post(CARRIER)))
                .singleElement()
                .extracting(Finding::explanation)
                .asString()
                .startsWith("This reads like posts that tell enough about a patient")
                .doesNotContain("carrier");
    }

    @Test
    void theSameDraftGetsTheSameFinding() {
        assertThat(meaning.detect(post(CARRIER))).isEqualTo(new Meaning(Detectors.cues()).detect(post(CARRIER)));
    }

    private static List<FindingKind> held(Screening screening, List<Detector> detectors) {
        return detectors.stream()
                .flatMap(detector -> kinds(detector, screening).stream())
                .filter(kind -> kind.group() != FindingKind.Group.FACT)
                .toList();
    }
}
