package org.imprimatur.publisher.connectors.bluesky;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.imprimatur.publisher.connectors.TestPictures;
import org.junit.jupiter.api.Test;

class ContentIdTest {
    private static final String HASH = TestPictures.sha256("hello world".getBytes(StandardCharsets.UTF_8));
    private static final String NAME = "bafkreifzjut3te2nhyekklss27nh3k72ysco7y32koao5eei66wof36n5e";

    @Test
    void bytesHaveTheNameThatTheWholeNetworkGivesThem() {
        assertThat(ContentId.of(HASH)).isEqualTo(NAME);
        assertThat(ContentId.sha256(NAME)).isEqualTo(HASH);
    }

    @Test
    void aNameOfAnotherKindStaysAName() {
        assertThat(ContentId.sha256("bafyreib2rxk3rh6kzwq")).isEqualTo("bafyreib2rxk3rh6kzwq");
        assertThat(ContentId.sha256("")).isEmpty();
    }
}
