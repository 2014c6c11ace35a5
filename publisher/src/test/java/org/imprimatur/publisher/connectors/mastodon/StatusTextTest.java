package org.imprimatur.publisher.connectors.mastodon;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StatusTextTest {
    @Test
    void signsAreReadAsTheyWereWritten() {
        assertThat(StatusText.plain("<p>Tom&#39;s &amp; Ana&apos;s &#x1F3E5; a&lt;b<br>&#35;1 &amp;#35;</p>"))
                .isEqualTo("Tom's & Ana's 🏥 a<b\n#1 &#35;");
        assertThat(StatusText.plain("&#xFFFFF; &#999999999; &#;")).endsWith("&#999999999; &#;");
    }

    @ParameterizedTest
    @CsvSource({
        "flu <b>shots</b> today, flu **shots** today, true",
        "thanks <a>@ana</a> for this, thanks @ana@example.org for this, true",
        "<a>here</a> and there, [here](https://example.org/x) and there, true",
        "<img alt=smile> hello, :smile: hello, true",
        "'', anything, true",
        "flu shots tomorrow, flu shots today, false",
        "today flu shots, flu shots today, false",
        "run 17, run 1, false"
    })
    void onlyWhatShowsPartsOfATextInTheirOrderMayBeIt(String html, String text, boolean may) {
        assertThat(StatusText.isPartOf(html, text)).isEqualTo(may);
    }
}
