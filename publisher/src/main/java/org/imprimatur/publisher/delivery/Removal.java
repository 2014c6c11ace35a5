package org.imprimatur.publisher.delivery;

import java.time.Instant;

/** What came of asking a platform to take something down; reasons hold no draft text. */
public sealed interface Removal {
    /** The platform says that it took it down. */
    record Removed() implements Removal {}

    /** It was not there any more, which is as good. */
    record Gone() implements Removal {}

    /** The platform, or this kind of publication, can't be taken down by us: a person has to. */
    record CannotDelete(String reason) implements Removal {}

    /** Too many requests; the platform takes more from {@code until} on. */
    record Later(Instant until) implements Removal {}

    /** It may be live still: not reached, not answered, or refused in a way that may pass. */
    record Unknown(String reason) implements Removal {}
}
