package org.imprimatur.publisher.connectors.bluesky;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.imprimatur.publisher.connectors.bluesky.Facet.Kind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FacetTest {
    @Test
    void offsetsCountBytesOfUtf8() {
        String text = "🏥 grün: https://example.org/ä #Grippe @ana.example.org";

        assertThat(Facet.of(text))
                .containsExactly(
                        new Facet(12, 34, Kind.LINK, "https://example.org/ä"),
                        new Facet(35, 42, Kind.TAG, "Grippe"),
                        new Facet(43, 59, Kind.MENTION, "ana.example.org"));
    }

    @ParameterizedTest
    @CsvSource({
        "see https://example.org., https://example.org",
        "(https://example.org/a), https://example.org/a",
        "https://example.org/wiki/A_(b), https://example.org/wiki/A_(b)",
        "is it http://example.org/?q=1#top?, http://example.org/?q=1#top",
        "#flu!, flu",
        "#flu2026 shots, flu2026",
        "(@ana.example.org), ana.example.org",
        "ask @ana.example.org., ana.example.org"
    })
    void punctuationAroundItIsNotPartOfIt(String text, String value) {
        assertThat(Facet.of(text)).extracting(Facet::value).containsExactly(value);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "#",
                "# flu",
                "#1",
                "#1.",
                "#!",
                "a#flu",
                "mail@example.org",
                "@ana",
                "ftp://example.org",
                "https://"
            })
    void whatOnlyLooksLikeOneIsNone(String text) {
        assertThat(Facet.of(text)).isEmpty();
    }

    @Test
    void aTagHasAtMost64Characters() {
        assertThat(Facet.of("#" + "x".repeat(64))).hasSize(1);
        assertThat(Facet.of("#" + "x".repeat(65))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"ü#a #b @c.de https://d.ef #ü https://g.hi/#j", "👩‍⚕️ #a\n#b\t@c.de"})
    void theBytesBetweenTheOffsetsAreWhatIsNamed(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        List<Facet> facets = Facet.of(text);

        assertThat(facets)
                .isNotEmpty()
                .allSatisfy(facet -> assertThat(
                                new String(bytes, facet.start(), facet.end() - facet.start(), StandardCharsets.UTF_8))
                        .endsWith(facet.value()));
    }
}
