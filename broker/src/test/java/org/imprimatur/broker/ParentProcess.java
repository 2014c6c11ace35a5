package org.imprimatur.broker;

import java.nio.file.Path;

/** A program that starts a broker, tells the broker's process id and waits to be killed. */
final class ParentProcess {

    private ParentProcess() {}

    public static void main(String[] args) {
        EmbeddedBroker broker = EmbeddedBroker.start(BrokerSettings.on(Path.of(args[0]), 0));
        System.out.println(broker.pid());
        broker.ended().join();
    }
}
