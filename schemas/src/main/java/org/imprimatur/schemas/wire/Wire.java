package org.imprimatur.schemas.wire;

import java.net.URI;
import java.util.ServiceLoader;
import java.util.stream.Stream;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.serialization.Serde;
import org.imprimatur.schemas.Topic;

/** Turns values into a topic's bytes and back; safe for use by several threads. */
public interface Wire {

    /** The implementation that is always there. */
    String OURS = "imprimatur";

    /** A serde for the topic's values; a tombstone stays null in both directions. */
    <V extends SpecificRecord> Serde<V> serde(Topic<V> topic);

    /**
     * The implementation that the configuration names.
     *
     * @param kind {@value #OURS}, or {@code confluent} in a build with the Maven profile of that name
     * @param registry where the registry answers, such as {@code http://localhost:8081}
     * @throws IllegalArgumentException when no implementation of that kind is on the class path
     */
    static Wire open(String kind, URI registry) {
        return providers()
                .filter(provider -> provider.kind().equals(kind))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no wire format '" + kind + "' here, only "
                        + providers().map(Provider::kind).toList()))
                .open(registry);
    }

    /** A wire of its own for one test or one command, with a registry that is gone with it. */
    static Wire inMemory() {
        return new AvroWire(new InMemoryRegistry());
    }

    /** Every implementation on the class path. */
    static Stream<Provider> providers() {
        return Stream.concat(
                Stream.of(new AvroWire.OurProvider()),
                ServiceLoader.load(Provider.class).stream().map(ServiceLoader.Provider::get));
    }

    /** Makes one implementation available by name; others than ours are found by {@link ServiceLoader}. */
    interface Provider {

        String kind();

        Wire open(URI registry);
    }
}
