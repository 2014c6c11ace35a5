package org.imprimatur.standalone;

/** The program cannot run as it was told to; the message is one sentence that the person at the keyboard can act on. */
public final class Refused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    Refused(String sentence) {
        super(sentence);
    }

    Refused(String sentence, Throwable cause) {
        super(sentence, cause);
    }
}
