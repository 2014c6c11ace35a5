package org.imprimatur.publisher.worker;

import org.imprimatur.publisher.delivery.Delivery;
import org.imprimatur.publisher.delivery.Outcome;
import org.imprimatur.publisher.delivery.Post;
import org.imprimatur.publisher.delivery.Publication;
import org.imprimatur.publisher.delivery.Removal;
import org.imprimatur.publisher.delivery.Sight;

/** One conversation with a platform about one delivery; the delivery stands in the log as it is here. */
sealed interface Call {
    /** Whose desk waits for the answer. */
    int partition();

    Delivery delivery();

    Connector connector();

    /** Talks to the platform, and blocks for a bounded time. */
    Reply make();

    /** What is to be thought of it when the connector broke. */
    Reply broken(String why);

    default String account() {
        return delivery().id().account();
    }

    /** Makes it public. */
    record Publish(int partition, Delivery delivery, Connector connector, Post post) implements Call {
        @Override
        public Reply make() {
            return Reply.of(connector.publish(post).settledBy(() -> connector.find(post)), connector);
        }

        @Override
        public Reply broken(String why) {
            return Reply.of(new Outcome.Unknown(why), connector);
        }
    }

    /** Asks what became of it: somebody armed it and was not heard of again. */
    record Settle(int partition, Delivery delivery, Connector connector, Post post) implements Call {
        @Override
        public Reply make() {
            return Reply.of(
                    new Outcome.Unknown("the publisher stopped between the call and its answer")
                            .settledBy(() -> connector.find(post)),
                    connector);
        }

        @Override
        public Reply broken(String why) {
            return Reply.of(new Outcome.Unknown(why), connector);
        }
    }

    /** Reads back what is live, so that the evidence is there before it is taken down. */
    record Look(int partition, Delivery delivery, Connector connector, Publication live) implements Call {
        @Override
        public Reply make() {
            return Reply.of(connector.look(live));
        }

        @Override
        public Reply broken(String why) {
            return Reply.of(new Sight.Unseen(why));
        }
    }

    /** Takes it down, and looks whether it is gone. */
    record TakeDown(int partition, Delivery delivery, Connector connector, Publication live) implements Call {
        @Override
        public Reply make() {
            Removal removal = connector.takeDown(live);
            return Reply.of(removal, removal instanceof Removal.Removed ? connector.look(live) : new Sight.Unseen(""));
        }

        @Override
        public Reply broken(String why) {
            return Reply.of(new Removal.Unknown(why), new Sight.Unseen(""));
        }
    }
}
