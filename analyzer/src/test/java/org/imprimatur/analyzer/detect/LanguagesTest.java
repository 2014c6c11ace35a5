package org.imprimatur.analyzer.detect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.imprimatur.analyzer.detect.Samples.kinds;
import static org.imprimatur.analyzer.detect.Samples.post;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LanguagesTest {
    @Test
    void anotherScriptIsHeld() {
        assertThat(kinds(new Languages(), post("Пожалуйста, позвоните нам завтра")))
                .isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Nous sommes ouverts pour vous et avec vous dans les rues",
                "Le patient de la chambre 12 va beaucoup mieux, il rentre demain.",
                "O paciente do quarto 4 teve alta hoje, parabéns!",
                "Danke an alle Pflegekräfte für ihren Einsatz an den Feiertagen.",
                "Ekip nou an ap bay vaksen grip gratis samdi sa a nan legliz la.",
                "Libreng bakuna laban sa trangkaso ngayong Sabado sa aming klinika.",
                "Phòng khám của chúng tôi tiêm ngừa cúm miễn phí vào thứ bảy này.",
                "Rugta caafimaadka waxay bixinaysaa tallaalka hargabka Sabtida.",
                "Nasza przychodnia szczepi przeciw grypie w każdą sobotę.",
                "Nasza przychodnia szczepi przeciw grypie w każdą sobotę \udbff\udfff\udbff\udfff"
            })
    void anotherLanguageInLatinLettersIsHeld(String text) {
        assertThat(kinds(new Languages(), post(text))).isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "The clinic is open. La clínica está abierta para usted y su familia.",
                "Vacúnese contra la gripe este sábado, gratis y sin cita.",
                "State Quarantines Stoke Debate Over Monitoring https://news.example/1",
                "Hookah smokers are inhaling benzene https://news.example/2",
                "Happy Nurses Week!",
                "#FluShot #Wellness #CommunityHealth 💉"
            })
    void englishAndSpanishPass(String text) {
        assertThat(kinds(new Languages(), post(text))).isEmpty();
    }
}
