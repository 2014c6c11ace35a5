package org.imprimatur.kit.streams;

/** Says in one sentence why topics are not as they must be. */
public final class TopicFault extends RuntimeException {

    private static final long serialVersionUID = 1L;

    TopicFault(String sentence) {
        super(sentence);
    }

    TopicFault(String sentence, Throwable cause) {
        super(sentence, cause);
    }
}
