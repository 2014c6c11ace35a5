package org.imprimatur.schemas.wire;

import org.apache.kafka.common.errors.SerializationException;

/** The registry does not know a schema or will not take one. Its message never holds a record's content. */
public final class RegistryException extends SerializationException {

    RegistryException(String message) {
        super(message);
    }
}
