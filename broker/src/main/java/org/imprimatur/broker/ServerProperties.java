package org.imprimatur.broker;

import java.nio.file.Path;

/** The broker's configuration: one node that is broker and controller, quick to start and quick to come back. */
final class ServerProperties {

    private ServerProperties() {}

    static String text(Path data, int port, int controllerPort) {
        return """
                # written at every start; edits are lost
                process.roles=broker,controller
                node.id=1
                controller.quorum.voters=1@127.0.0.1:%2$d
                listeners=CLIENTS://127.0.0.1:%1$d,CONTROLLER://127.0.0.1:%2$d
                advertised.listeners=CLIENTS://127.0.0.1:%1$d
                listener.security.protocol.map=CLIENTS:PLAINTEXT,CONTROLLER:PLAINTEXT
                inter.broker.listener.name=CLIENTS
                controller.listener.names=CONTROLLER
                log.dirs=%3$s
                auto.create.topics.enable=false

                # after a kill the old session must end before the node may serve again
                broker.session.timeout.ms=2000
                broker.heartbeat.interval.ms=500
                group.initial.rebalance.delay.ms=0

                # one node: one replica of everything, and few internal partitions to create
                offsets.topic.replication.factor=1
                offsets.topic.num.partitions=4
                transaction.state.log.replication.factor=1
                transaction.state.log.min.isr=1
                transaction.state.log.num.partitions=4
                share.coordinator.state.topic.replication.factor=1
                share.coordinator.state.topic.min.isr=1
                share.coordinator.state.topic.num.partitions=1
                min.insync.replicas=1

                # a small machine
                num.network.threads=2
                num.io.threads=4
                background.threads=4
                log.cleaner.dedupe.buffer.size=8388608
                log.index.size.max.bytes=1048576
                log.segment.bytes=134217728
                """.formatted(port, controllerPort, data.toString().replace("\\", "\\\\"));
    }
}
