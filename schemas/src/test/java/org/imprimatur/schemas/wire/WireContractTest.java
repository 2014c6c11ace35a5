package org.imprimatur.schemas.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.stream.Stream;
import org.apache.kafka.common.errors.RetriableException;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.serialization.Serde;
import org.imprimatur.schemas.Samples;
import org.imprimatur.schemas.Topics;
import org.imprimatur.schemas.avro.Draft;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What every implementation on the class path keeps; the profile {@code confluent} adds Confluent's own. */
class WireContractTest {

    private static final String TOPIC = Topics.DRAFTS.name();

    private FakeRegistry registry;

    @BeforeEach
    void startRegistry() throws IOException {
        registry = new FakeRegistry();
    }

    @AfterEach
    void stopRegistry() {
        registry.close();
    }

    static Stream<String> implementations() {
        return Wire.providers().map(Wire.Provider::kind);
    }

    @ParameterizedTest
    @MethodSource("implementations")
    void whatIsWrittenIsRead(String kind) {
        Serde<Draft> serde = open(kind);
        Draft draft = Samples.draft("Café, naïve, 👩‍⚕️ and \u200b nothing");

        byte[] bytes = serde.serializer().serialize(TOPIC, draft);

        assertThat(serde.deserializer().deserialize(TOPIC, bytes)).isEqualTo(draft);
    }

    @ParameterizedTest
    @MethodSource("implementations")
    void theBytesBeginWithZeroAndTheSchemasId(String kind) {
        byte[] bytes = open(kind).serializer().serialize(TOPIC, Samples.draft("Hello"));

        assertThat(bytes[0]).isZero();
        assertThat(ByteBuffer.wrap(bytes, 1, 4).getInt()).isEqualTo(1);
    }

    @ParameterizedTest
    @MethodSource("implementations")
    void theBytesAreThoseOfEveryOtherImplementation(String kind) {
        byte[] ours = open(Wire.OURS).serializer().serialize(TOPIC, Samples.draft("Hello"));

        assertThat(open(kind).serializer().serialize(TOPIC, Samples.draft("Hello")))
                .isEqualTo(ours);
    }

    @ParameterizedTest
    @MethodSource("implementations")
    void aTombstoneStaysOne(String kind) {
        Serde<Draft> serde = open(kind);

        assertThat(serde.serializer().serialize(TOPIC, null)).isNull();
        assertThat(serde.deserializer().deserialize(TOPIC, null)).isNull();
    }

    @ParameterizedTest
    @MethodSource("implementations")
    void bytesInAnotherFormatAreRefused(String kind) {
        Serde<Draft> serde = open(kind);

        assertThatExceptionOfType(SerializationException.class)
                .isThrownBy(() -> serde.deserializer().deserialize(TOPIC, new byte[] {7, 1, 2, 3, 4, 5}));
        assertThatExceptionOfType(SerializationException.class)
                .isThrownBy(() -> serde.deserializer().deserialize(TOPIC, new byte[] {0, 0}));
    }

    @ParameterizedTest
    @MethodSource("implementations")
    void aSchemaThatNobodyRegisteredIsRefused(String kind) {
        byte[] unknown = {0, 0, 0, 9, 9, 1};

        assertThatExceptionOfType(SerializationException.class)
                .isThrownBy(() -> open(kind).deserializer().deserialize(TOPIC, unknown));
    }

    @ParameterizedTest
    @MethodSource("implementations")
    void aTruncatedRecordIsRefused(String kind) {
        Serde<Draft> serde = open(kind);
        byte[] whole = serde.serializer().serialize(TOPIC, Samples.draft("Hello"));

        byte[] half = Arrays.copyOf(whole, whole.length / 2);

        assertThatExceptionOfType(SerializationException.class)
                .isThrownBy(() -> serde.deserializer().deserialize(TOPIC, half));
    }

    @Test
    void anUnreachableRegistryIsToldApartFromABadRecord() {
        Serde<Draft> serde =
                Wire.open(Wire.OURS, URI.create("http://localhost:1")).serde(Topics.DRAFTS);

        assertThatThrownBy(() -> serde.deserializer().deserialize(TOPIC, new byte[] {0, 0, 0, 0, 1, 1}))
                .isInstanceOf(RetriableException.class);
    }

    @Test
    void aRefusalNeverQuotesTheRecord() {
        Serde<Draft> serde = open(Wire.OURS);
        byte[] whole = serde.serializer().serialize(TOPIC, Samples.draft("canary"));
        byte[] cut = Arrays.copyOf(whole, whole.length - 3);

        assertThatThrownBy(() -> serde.deserializer().deserialize(TOPIC, cut))
                .hasMessageNotContaining("canary")
                .hasNoCause();
    }

    @Test
    void anUnknownImplementationIsRefusedWithTheKnownOnes() {
        assertThatThrownBy(() -> Wire.open("carrier-pigeon", registry.address()))
                .hasMessageContaining("carrier-pigeon")
                .hasMessageContaining(Wire.OURS);
    }

    private Serde<Draft> open(String kind) {
        return Wire.open(kind, registry.address()).serde(Topics.DRAFTS);
    }
}
