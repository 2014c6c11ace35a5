package org.imprimatur.analyzer.topology;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.imprimatur.schemas.Topics;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class RegisterTest {

    private final Pipeline pipeline = new Pipeline();
    private final List<String> prepared = new ArrayList<>();

    @AfterEach
    void close() {
        pipeline.close();
    }

    @Test
    void aValueIsPreparedAgainOnlyWhenItsBytesChange() {
        Register<String, String> register = register(new StringDeserializer());

        put("one");
        register.find("main");
        put("one");
        register.find("main");
        put("two");

        assertThat(register.find("main")).contains("two");
        assertThat(prepared).containsExactly("one", "two");
    }

    @Test
    void whatIsRemovedIsMissing() {
        Register<String, String> register = register(new StringDeserializer());

        put("one");
        register.find("main");
        pipeline.register(Topics.ACCOUNTS).delete("main");

        assertThat(register.find("main")).isEmpty();
    }

    @Test
    void whatCannotBeDecodedIsMissing() {
        put("one");

        assertThat(register((topic, bytes) -> {
                            throw new SerializationException("bad");
                        })
                        .find("main"))
                .isEmpty();
    }

    @Test
    void whatCannotBeDecodedJustNowStopsTheTask() {
        put("one");
        Register<String, String> register = register((topic, bytes) -> {
            throw new TimeoutException("the registry is silent");
        });

        assertThatThrownBy(() -> register.find("main")).isInstanceOf(TimeoutException.class);
    }

    private void put(String value) {
        pipeline.sendBytes(Topics.ACCOUNTS, "main", value.getBytes(StandardCharsets.UTF_8));
    }

    private Register<String, String> register(Deserializer<String> decoder) {
        return new Register<>(Topics.ACCOUNTS, key -> pipeline.shelf().find(Topics.ACCOUNTS, key), decoder, value -> {
            prepared.add(value);
            return Optional.of(value);
        });
    }
}
