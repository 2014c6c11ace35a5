package org.imprimatur.analyzer.topology;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.imprimatur.schemas.Topic;

/** Where the bytes of each register stand: accounts, authorizations, policies, the organization's directory,
 * what posts told. */
public interface Shelf {
    /**
     * What the topic says under the key.
     *
     * @throws org.apache.kafka.streams.errors.InvalidStateStoreException when it can't be read just now
     */
    Optional<byte[]> find(Topic<?> topic, String key);

    /**
     * When the topic was told so; empty when it says nothing under the key.
     *
     * @throws org.apache.kafka.streams.errors.InvalidStateStoreException when it can't be read just now
     */
    Optional<Instant> since(Topic<?> topic, String key);

    /**
     * Every key of the topic that begins so; all for an empty beginning.
     *
     * @throws org.apache.kafka.streams.errors.InvalidStateStoreException when it can't be read just now
     */
    List<String> keys(Topic<?> topic, String prefix);
}
