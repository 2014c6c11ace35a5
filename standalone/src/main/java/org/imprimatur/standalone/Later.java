package org.imprimatur.standalone;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.imprimatur.kit.lifecycle.Health;
import org.imprimatur.kit.lifecycle.Lifecycle;
import org.imprimatur.kit.lifecycle.Service;

/** Services that are constructed only when those before them have started; they start in order and close in reverse. */
final class Later implements Service {

    private final String name;
    private final Supplier<List<Service>> parts;
    private volatile Optional<Lifecycle> running = Optional.empty();

    Later(String name, Supplier<List<Service>> parts) {
        this.name = name;
        this.parts = parts;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public void start() {
        Lifecycle lifecycle = new Lifecycle(parts.get());
        running = Optional.of(lifecycle);
        lifecycle.start();
    }

    @Override
    public Health health() {
        return running.isPresent() ? Health.up() : Health.down("not started");
    }

    @Override
    public void close() {
        running.ifPresent(Lifecycle::close);
    }
}
