package org.imprimatur.publisher.worker;

import org.imprimatur.publisher.delivery.Delivery;
import org.imprimatur.publisher.delivery.Outcome;
import org.imprimatur.publisher.delivery.Post;

/**
 * One conversation with a platform about one armed delivery.
 *
 * @param partition whose desk waits for the answer
 * @param delivery armed, and in the log
 * @param purpose whether it is sent, or only asked for after a crash
 */
record Call(int partition, Delivery delivery, Post post, Connector connector, Purpose purpose) {

    enum Purpose {
        PUBLISH,
        /** Somebody armed it and was not heard of again. */
        SETTLE
    }

    String account() {
        return delivery.id().account();
    }

    Outcome make() {
        Outcome first = switch (purpose) {
            case PUBLISH -> connector.publish(post);
            case SETTLE -> new Outcome.Unknown("the publisher stopped between the call and its answer");
        };
        return first.settledBy(() -> connector.find(post));
    }
}
