package org.imprimatur.approver.web;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** What one open page shows, so that it can be told what changed; asked by one thread at a time. */
public interface LiveView {

    /** All of it, for a page that just connected, or whose times have aged. */
    List<Message> whole();

    /** What changed since it was last asked, {@link #whole()} included; empty when nothing did. */
    List<Message> changes();

    /** Whether a change of these posts may be one of what it shows. */
    default boolean concerns(Set<String> posts) {
        return true;
    }

    /** Both on one page. */
    default LiveView and(LiveView other) {
        LiveView first = this;
        return new LiveView() {
            @Override
            public List<Message> whole() {
                return joined(first.whole(), other.whole());
            }

            @Override
            public boolean concerns(Set<String> posts) {
                return first.concerns(posts) || other.concerns(posts);
            }

            @Override
            public List<Message> changes() {
                return joined(first.changes(), other.changes());
            }

            private List<Message> joined(List<Message> one, List<Message> two) {
                return Stream.concat(one.stream(), two.stream()).toList();
            }
        };
    }

    /** One event of the stream. */
    record Message(String event, String html) {
        @Override
        public String toString() {
            return "Message[event=" + event + ", html of " + html.length() + " chars]";
        }
    }
}
