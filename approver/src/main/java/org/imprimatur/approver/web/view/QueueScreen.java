package org.imprimatur.approver.web.view;

import java.util.List;

/**
 * The queue of open cases, or a part of it.
 *
 * @param frame what surrounds it
 * @param choice which part
 * @param lines due soonest first
 * @param total how many there are, those beyond this page included
 */
public record QueueScreen(Frame frame, QueueChoice choice, List<QueueLine> lines, int total) {
    public QueueScreen {
        lines = List.copyOf(lines);
    }

    public long severe() {
        return lines.stream().filter(QueueLine::severe).count();
    }

    public long overdue() {
        return lines.stream().filter(QueueLine::overdue).count();
    }

    public boolean empty() {
        return lines.isEmpty();
    }

    /** Whether another part of the queue may have something. */
    public boolean chosen() {
        return !choice.query().isEmpty();
    }

    /** The address of the next page; empty on the last. */
    public String more() {
        int next = choice.skip() + lines.size();
        return next < total ? "/queue" + choice.from(next).query() : "";
    }
}
