package org.imprimatur.standalone;

import java.util.List;
import org.imprimatur.kit.lifecycle.Health;
import org.imprimatur.kit.lifecycle.Service;

/** Something that is done once between the starts of two services, and needs no closing. */
record Step(String name, Runnable work) implements Service {

    @Override
    public void start() {
        work.run();
    }

    @Override
    public Health health() {
        return Health.up();
    }

    @Override
    public void close() {
        // nothing is held
    }

    /** A step that ends when all of the services are up. */
    static Step ready(String name, List<Service> services, Patience patience) {
        return new Step(
                name,
                () -> services.forEach(service ->
                        patience.await(service.name(), () -> service.health().isUp())));
    }
}
