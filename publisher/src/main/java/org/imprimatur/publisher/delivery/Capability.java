package org.imprimatur.publisher.delivery;

/** What a connector can promise; the worker decides by these, never by a platform's name. */
public enum Capability {
    /** A repeat with the same idempotency key never makes a second publication, however late it comes. */
    REPEATS_ARE_HARMLESS,
    /** The platform can be asked whether a delivery is live. */
    CAN_BE_ASKED
}
