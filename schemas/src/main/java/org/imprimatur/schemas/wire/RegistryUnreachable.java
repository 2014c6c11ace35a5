package org.imprimatur.schemas.wire;

import org.apache.kafka.common.errors.RetriableException;

/** The registry gave no answer: the record is not to blame, and the same call may succeed later. */
public final class RegistryUnreachable extends RetriableException {

    RegistryUnreachable(String message) {
        super(message);
    }
}
