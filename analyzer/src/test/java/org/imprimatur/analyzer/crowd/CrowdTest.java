package org.imprimatur.analyzer.crowd;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.imprimatur.analyzer.crowd.Prairie.AROUND;
import static org.imprimatur.analyzer.crowd.Prairie.portrait;

import java.util.List;
import java.util.Optional;
import org.imprimatur.analyzer.text.Tokens;
import org.junit.jupiter.api.Test;

class CrowdTest {

    @Test
    void agesOfEverybodyAddUpToEverybody() {
        assertThat(AgeBand.ANY.share()).isCloseTo(1, within(0.001));
        assertThat(new AgeBand(0, 64).share() + new AgeBand(65, 120).share()).isCloseTo(1, within(0.001));
    }

    @Test
    void inASmallTownFewFitAgeSexAndIllness() {
        Fit fit = Crowd.fitting(portrait("She is a 54-year-old woman from Two Larks and lives with diabetes."));

        assertThat(fit.isFew()).isTrue();
        assertThat(fit.sentence()).startsWith("Fewer than one person in Two Larks");
    }

    @Test
    void inAStateThousandsFitTheSame() {
        Fit fit = Crowd.fitting(portrait("She is a 54-year-old woman from Nebraska and lives with diabetes."));

        assertThat(fit.isMany()).isTrue();
        assertThat(fit.sentence()).matches("About [12],[0-9]00 people in Nebraska fit what is told\\.");
    }

    @Test
    void withoutAPlaceThereIsNoNumber() {
        Fit fit = Crowd.fitting(portrait("A 54-year-old man with diabetes can lower his risk."));

        assertThat(fit).isInstanceOf(Fit.Unknown.class);
        assertThat(fit.isFew()).isFalse();
        assertThat(fit.isMany()).isFalse();
        assertThat(fit.sentence()).contains("cannot be said");
    }

    @Test
    void aRoleInTownIsMeantToBeHere() {
        Portrait portrait = portrait("Our retired auctioneer had throat cancer.");

        assertThat(portrait.place())
                .hasValueSatisfying(place -> assertThat(place.name()).isEqualTo("Larkspur County"));
        assertThat(Crowd.fitting(portrait).isFew()).isTrue();
    }

    @Test
    void whoeverIsTheOnlyOneIsOneHoweverManyLiveThere() {
        Fit fit = Crowd.fitting(portrait("The only teenager in Ashgrove with a cochlear implant waved to us."));

        assertThat(fit.isFew()).isTrue();
    }

    @Test
    void whatHasNoFigureMakesItAtMost() {
        Portrait portrait = Portraits.in(
                Tokens.of("A man from Ashgrove had his chilblains looked at."), AROUND, List.of(), List.of(), true);

        assertThat(Crowd.fitting(portrait).sentence()).startsWith("At most about");
    }

    @Test
    void aDayMakesAnEventRarerThanAYear() {
        Portrait sometime = portrait("A man from Ashgrove came in with a kidney stone.");
        Portrait thatDay = portrait("A man from Ashgrove came in with a kidney stone on Tuesday.");

        assertThat(people(thatDay)).isLessThan(people(sometime) / 40);
    }

    @Test
    void twoPeopleOfDifferentAgesAndSexesLeaveBothOut() {
        Portrait portrait = portrait("A 30-year-old woman and a 60-year-old man from Ashgrove came in.");

        assertThat(portrait.ages()).isEmpty();
        assertThat(portrait.sex()).isEmpty();
    }

    @Test
    void aClinicNamedAfterATownIsNotWhereSomebodyLives() {
        assertThat(portrait("A man came to the Two Larks Family Clinic.").place())
                .isEmpty();
    }

    @Test
    void anOfficeIsNobody() {
        assertThat(portrait("The sheriff's office in Ashgrove thanks our kid.").traits())
                .isEmpty();
    }

    @Test
    void agesAreReadAsPeopleWriteThem() {
        assertThat(portrait("Broken pelvis, 88, and headed home").ages()).contains(AgeBand.exactly(88));
        assertThat(portrait("a 70-something man").ages()).contains(new AgeBand(70, 79));
        assertThat(portrait("a woman in her sixties").ages()).contains(new AgeBand(60, 69));
        assertThat(portrait("a ten-year-old").ages()).contains(AgeBand.exactly(10));
        assertThat(portrait("una mujer de 54 años").ages()).contains(AgeBand.exactly(54));
        assertThat(portrait("kids ages 5 to 12, and adults over 65").ages()).isEmpty();
    }

    @Test
    void everyTraitIsFoundAgainByItsKey() {
        Portrait portrait = portrait("The mayor, a widower, got a new knee.");

        assertThat(portrait.traitKeys()).containsExactly("knee replacement", "mayor", "widowed");
        assertThat(Portrait.traits(portrait.traitKeys())).isEqualTo(portrait.traits());
    }

    private static double people(Portrait portrait) {
        return Crowd.fitting(portrait)
                .fold(Optional::of, unknown -> Optional.<Fit.Counted>empty())
                .orElseThrow()
                .people();
    }
}
