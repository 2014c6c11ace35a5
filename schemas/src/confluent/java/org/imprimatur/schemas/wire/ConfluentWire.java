package org.imprimatur.schemas.wire;

import io.confluent.kafka.streams.serdes.avro.SpecificAvroSerde;
import java.net.URI;
import java.util.Map;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.serialization.Serde;
import org.imprimatur.schemas.Topic;

/** Confluent's own serializer behind the same door; its schema caching, retries and security settings are Confluent's. */
public final class ConfluentWire implements Wire {

    private final URI registry;

    ConfluentWire(URI registry) {
        this.registry = registry;
    }

    /** Makes this implementation known as {@code confluent}. */
    public static final class ConfluentProvider implements Provider {

        @Override
        public String kind() {
            return "confluent";
        }

        @Override
        public Wire open(URI registry) {
            return new ConfluentWire(registry);
        }
    }

    @Override
    public <V extends SpecificRecord> Serde<V> serde(Topic<V> topic) {
        SpecificAvroSerde<V> serde = new SpecificAvroSerde<>();
        serde.configure(Map.of("schema.registry.url", registry.toString(), "specific.avro.reader", true), false);
        return serde;
    }
}
