package org.imprimatur.publisher.delivery;

/** What came of looking at a publication; reasons hold no draft text. */
public sealed interface Sight {
    /** It is there. */
    record Seen(Live live) implements Sight {}

    /** It certainly is not there. */
    record Gone() implements Sight {}

    /** It could not be looked at, now or ever. */
    record Unseen(String reason) implements Sight {}
}
