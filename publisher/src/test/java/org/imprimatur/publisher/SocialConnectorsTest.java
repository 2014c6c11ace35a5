package org.imprimatur.publisher;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.imprimatur.kit.settings.Settings;
import org.imprimatur.platforms.Platform;
import org.imprimatur.platforms.Platforms;
import org.imprimatur.publisher.connectors.ConnectorContract;
import org.imprimatur.publisher.connectors.SocialContract;
import org.imprimatur.publisher.delivery.Outcome;
import org.imprimatur.publisher.delivery.Receipt;
import org.imprimatur.publisher.delivery.Removal;
import org.imprimatur.publisher.worker.Connector;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

class SocialConnectorsTest {
    static final List<Platform> ALL = Platforms.ALL;

    @TempDir
    Path secrets;

    @Test
    void everyPlatformOfTheTableHasAConnectorAndWithoutSecretsNoneHas() {
        assertThat(connectors().keySet())
                .containsExactlyInAnyOrderElementsOf(
                        Platforms.ALL.stream().map(Platform::name).toList());
        assertThat(SocialConnectors.of(read(Map.of()).platforms(), InstantSource.system()))
                .isEmpty();
    }

    @ParameterizedTest
    @FieldSource("ALL")
    void whatTheTableSaysOfTakedownsIsWhatTheConnectorDoes(Platform platform) {
        Removal removal = connector(platform)
                .takeDown(SocialContract.publication(
                        ConnectorContract.bare("p1", "x"), new Receipt("1", Optional.empty())));

        assertThat(removal instanceof Removal.CannotDelete).isEqualTo(!platform.removes());
    }

    @ParameterizedTest
    @FieldSource("ALL")
    void withoutCredentialsNothingIsSentAndAPersonIsTold(Platform platform) {
        assertThat(connector(platform).publish(ConnectorContract.bare("p1", "x")))
                .isInstanceOfAny(Outcome.Auth.class, Outcome.Rejected.class);
    }

    private Connector connector(Platform platform) {
        return Optional.ofNullable(connectors().get(platform.name())).orElseThrow();
    }

    private Map<String, Connector> connectors() {
        return SocialConnectors.of(
                read(Map.of("publisher.secrets-folder", secrets.toString())).platforms(), InstantSource.system());
    }

    private static PublisherSettings read(Map<String, String> values) {
        return PublisherSettings.read(Settings.of(values));
    }
}
