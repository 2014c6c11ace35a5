package org.imprimatur.ingest.cli;

import java.util.List;

/** What came of sending one entry. */
sealed interface Delivery {

    /** The service has it; {@code repeated} when it had it before. */
    record Taken(String postId, boolean repeated) implements Delivery {}

    /** The service will not take it as it is. */
    record Refused(List<String> reasons) implements Delivery {}

    /** Nothing can be sent any more, for a reason that has nothing to do with the entry. */
    record Stopped(String reason) implements Delivery {}
}
