package org.imprimatur.kit.projection;

import org.apache.kafka.clients.consumer.Consumer;

/** Opens a consumer that commits nothing, reads committed records only and refuses offsets that are gone. */
@FunctionalInterface
interface ConsumerSource {

    Consumer<byte[], byte[]> open();
}
