package org.imprimatur.kit.projection;

import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.imprimatur.kit.log.Fingerprint;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Who wants to hear of commits; one that throws disturbs neither the projection nor the others. */
final class Listeners {

    private static final Logger LOG = LoggerFactory.getLogger(Listeners.class);

    private final List<Consumer<Set<String>>> listeners = new CopyOnWriteArrayList<>();

    void add(Consumer<Set<String>> listener) {
        listeners.add(listener);
    }

    void tell(Set<String> keys) {
        for (Consumer<Set<String>> listener : listeners) {
            try {
                listener.accept(keys);
            } catch (RuntimeException failure) {
                LOG.atError().addKeyValue("cause", Fingerprint.of(failure)).log("projection_listener_failed");
            }
        }
    }
}
