package org.imprimatur.analyzer.topology;

import java.nio.ByteBuffer;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.apache.kafka.common.errors.RetriableException;
import org.apache.kafka.common.serialization.Deserializer;
import org.imprimatur.kit.log.Fingerprint;
import org.imprimatur.schemas.Topic;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What a compacted topic says under a key, made ready for judging; made again only when its bytes change.
 *
 * <p>What is not there, can't be decoded or is refused is empty; what can't be decoded
 * just now, because the registry of schemas is silent, stops the task until it can. For one stream task, not for several threads.
 */
final class Register<V, T> {

    private static final Logger LOG = LoggerFactory.getLogger(Register.class);
    private static final int MOST = 10_000;

    private final String topic;
    private final Deserializer<V> decoder;
    private final Function<V, Optional<T>> preparation;
    private final Function<String, Optional<byte[]>> source;
    private final Map<String, Prepared<T>> prepared = new HashMap<>();

    private record Prepared<T>(ByteBuffer source, Optional<T> value) {}

    /**
     * Makes one over bytes by their key.
     *
     * @param preparation empty when the value is no use
     */
    Register(
            Topic<?> topic,
            Function<String, Optional<byte[]>> source,
            Deserializer<V> decoder,
            Function<V, Optional<T>> preparation) {
        this.topic = topic.name();
        this.source = source;
        this.decoder = decoder;
        this.preparation = preparation;
    }

    Optional<T> find(String key) {
        Optional<byte[]> found = source.apply(key);
        if (found.isEmpty()) {
            return Optional.empty();
        }
        Optional<Prepared<T>> before = Optional.ofNullable(prepared.get(key))
                .filter(known -> known.source().equals(ByteBuffer.wrap(found.get())));
        return before.isPresent() ? before.get().value() : prepare(key, found.get());
    }

    private Optional<T> prepare(String key, byte[] source) {
        Optional<T> value;
        try {
            value = preparation.apply(decoder.deserialize(topic, source));
        } catch (RetriableException notYet) {
            throw notYet;
        } catch (RuntimeException undecodable) {
            LOG.atError()
                    .addKeyValue("topic", topic)
                    .addKeyValue("cause", Fingerprint.of(undecodable))
                    .log("register_undecodable");
            return Optional.empty();
        }
        if (prepared.size() >= MOST) {
            prepared.clear();
        }
        prepared.put(key, new Prepared<>(ByteBuffer.wrap(source), value));
        return value;
    }
}
