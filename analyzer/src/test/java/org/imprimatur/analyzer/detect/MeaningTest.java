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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MeaningTest {

    private static final String BAKER =
            "The lady from the bakery window in Tarn Mills is on our third floor, and the muffins will wait.";

    private final Meaning meaning = new Meaning(Detectors.cues());

    @Test
    void anUnnamedPatientWhomTheTownKnowsIsFoundThoughNoRuleSeesThem() {
        assertThat(held(post(BAKER), Detectors.cues())).isEmpty();
        assertThat(kinds(meaning, post(BAKER))).containsExactly(FindingKind.REIDENTIFIABLE_COMBINATION);
    }

    @Test
    void whatIsSaidToEverybodyOnTheSameMattersPasses() {
        assertThat(meaning.detect(post("Thank a mail carrier today, and keep the dog inside when the letters come.")))
                .isEmpty();
        assertThat(meaning.detect(post("A dog bite needs washing at once. Our nurses explain what to watch for.")))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Happy Friday!",
                "Flu shots Saturday 9 to noon at the main entrance. No appointment, no cost.",
                "Our offices are closed on Thanksgiving Day. The emergency department is open.",
                "We're hiring! Apply on our website.",
                "Happy Nurses Week to all our nurses. We are grateful.",
                "The cafeteria has a new menu. Try the soup.",
                "Road work on Main Street this week. Please allow extra time to get to the clinic.",
                "Parking in lot B is closed on Tuesday.",
                "Wash your hands for 20 seconds with soap and water.",
                "It's Breast Cancer Awareness Month. Talk to your doctor about screening.",
                "Join us for a free blood pressure check at the library on Monday.",
                "Blood drive this Friday, 10 to 4, in the main lobby.",
                "Support group for new parents meets every Wednesday at 6 p.m.",
                "Merry Christmas from all of us.",
                "Thank you to our volunteers for 4,000 hours of help this year.",
                "Congratulations to our pharmacy team on their accreditation.",
                "Hydrate! It's going to be hot today.",
                "Did you know? Most adults need 7 or more hours of sleep.",
                "New hours at the lab starting Monday: 7 a.m. to 5 p.m.",
                "Our new MRI suite opens next month.",
                "Go Tigers! Good luck in the final tonight.",
                "Wear your seat belt, every trip, every time.",
                "Snow is coming. Drive safely.",
                "Call 988 if you or someone you know is struggling.",
                "Tips for a healthy heart: move more, eat vegetables, don't smoke.",
                "Today we celebrate our environmental services team.",
                "Meet our new cardiologist. She joins us on Monday.",
                "Registration for the 5K opens tomorrow.",
                "We want to hear from you. Take our survey.",
                "Watch our webinar on diabetes on Thursday."
            })
    void theOrdinaryLifeOfAnAccountPasses(String text) {
        assertThat(held(post(text), Detectors.all())).isEmpty();
    }

    @Test
    void theSentenceThatWeighsMostIsMarked() {
        assertThat(pieces(meaning, post("Good morning! " + BAKER)))
                .contains(BAKER)
                .doesNotContain("Good morning!");
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
        assertThat(meaning.detect(post(BAKER)))
                .singleElement()
                .extracting(Finding::explanation)
                .asString()
                .startsWith("This reads like posts that tell enough about a patient")
                .doesNotContain("bakery");
    }

    @Test
    void theSameDraftGetsTheSameFinding() {
        assertThat(meaning.detect(post(BAKER))).isEqualTo(new Meaning(Detectors.cues()).detect(post(BAKER)));
    }

    private static List<FindingKind> held(Screening screening, List<Detector> detectors) {
        return detectors.stream()
                .flatMap(detector -> kinds(detector, screening).stream())
                .filter(kind -> kind.group() != FindingKind.Group.FACT)
                .toList();
    }
}
