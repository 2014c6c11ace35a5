package org.imprimatur.approver.notify;

import java.io.IOException;

/** One way out; sending a notice again is harmless. */
interface Channel {

    /** Names the channel in logs. */
    String name();

    /** Throws when it was not taken, so that it is tried again. */
    void send(Notice notice) throws IOException;
}
