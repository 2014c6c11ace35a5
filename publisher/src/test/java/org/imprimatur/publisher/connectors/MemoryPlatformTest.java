package org.imprimatur.publisher.connectors;

import java.util.List;
import org.imprimatur.publisher.delivery.Capability;
import org.imprimatur.publisher.delivery.Outcome;
import org.imprimatur.publisher.delivery.Post;
import org.imprimatur.publisher.worker.Connector;

class MemoryPlatformTest implements ConnectorContract {
    private final MemoryPlatform platform =
            new MemoryPlatform(Capability.REPEATS_ARE_HARMLESS, Capability.CAN_BE_ASKED);

    @Override
    public Connector connector() {
        return platform;
    }

    @Override
    public List<String> publicTexts() {
        return platform.live().stream().map(Post::text).toList();
    }

    @Override
    public void cutOff() {
        platform.refusesOnce(new Outcome.NotSent("cut off"));
    }
}
