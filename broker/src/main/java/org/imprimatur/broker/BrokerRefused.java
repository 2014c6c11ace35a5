package org.imprimatur.broker;

/** The broker could not start; the message is one sentence that the person at the keyboard can act on. */
public final class BrokerRefused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    BrokerRefused(String sentence) {
        super(sentence);
    }

    BrokerRefused(String sentence, Throwable cause) {
        super(sentence, cause);
    }
}
