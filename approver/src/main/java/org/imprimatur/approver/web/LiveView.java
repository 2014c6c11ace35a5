package org.imprimatur.approver.web;

import java.util.List;

/** What one open page shows, so that it can be told what changed; asked by one thread at a time. */
interface LiveView {

    /** All of it, for a page that just connected, or whose times have aged. */
    List<Message> whole();

    /** What changed since it was last asked, {@link #whole()} included; empty when nothing did. */
    List<Message> changes();

    /** One event of the stream. */
    record Message(String event, String html) {
        @Override
        public String toString() {
            return "Message[event=" + event + ", html of " + html.length() + " chars]";
        }
    }
}
