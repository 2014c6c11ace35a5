package org.imprimatur.approver.audit;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.imprimatur.approver.wire.HistoryLine;
import org.imprimatur.approver.wire.HistoryRecord;

/**
 * Follows the histories of many posts, line by line, and says where one does not hold together. Posts may be mixed; the
 * events of one post must be in order.
 */
final class Chains {

    private final String file;
    private final Map<String, Head> heads = new LinkedHashMap<>();
    private final List<Fault> faults = new ArrayList<>();
    private int line;

    Chains(String file) {
        this.file = file;
    }

    void add(String text) {
        line++;
        HistoryRecord event;
        try {
            event = HistoryLine.read(text);
        } catch (IllegalArgumentException unreadable) {
            fault("This line can't be read: " + unreadable.getMessage() + ".");
            return;
        }
        Head before = heads.getOrDefault(event.postId(), new Head(0, HistoryRecord.FIRST));
        if (!event.follows(before.events(), before.hash())) {
            fault(breach(event, before));
        }
        heads.put(event.postId(), new Head(event.sequence(), event.hash()));
    }

    private static String breach(HistoryRecord event, Head before) {
        String named = "Event " + event.sequence() + " of post " + event.postId();
        if (!event.isAsWritten()) {
            return named + " was changed: its hash is not that of what it says.";
        }
        if (event.sequence() > before.events() + 1) {
            long missing = event.sequence() - before.events() - 1;
            return missing + (missing == 1 ? " event is" : " events are") + " missing before event " + event.sequence()
                    + " of post " + event.postId() + ".";
        }
        if (event.sequence() <= before.events()) {
            return named + " comes after event " + before.events() + ": out of order, or twice.";
        }
        return named + " does not continue the event before it: that one was replaced.";
    }

    /** Compares with what the histories were said to end with. */
    void compare(Map<String, Head> said) {
        new TreeMap<>(said).forEach((post, head) -> {
            Head found = heads.get(post);
            if (found == null) {
                faults.add(new Fault(file, "The whole history of post " + post + " is missing."));
            } else if (found.events() < head.events()) {
                faults.add(new Fault(
                        file,
                        "The history of post " + post + " ends after event " + found.events() + " of " + head.events()
                                + "."));
            } else if (!found.equals(head)) {
                faults.add(new Fault(file, "The history of post " + post + " does not end as the manifest says."));
            }
        });
        heads.keySet().stream()
                .filter(post -> !said.containsKey(post))
                .forEach(post -> faults.add(new Fault(file, "Post " + post + " is not in the manifest.")));
    }

    private void fault(String what) {
        faults.add(new Fault(file + ", line " + line, what));
    }

    Map<String, Head> heads() {
        return Map.copyOf(heads);
    }

    List<Fault> faults() {
        return List.copyOf(faults);
    }

    int events() {
        return line;
    }
}
