package org.imprimatur.approver.web.view;

import java.util.List;

/**
 * The queue of open cases.
 *
 * @param frame what surrounds it
 * @param lines due soonest first
 * @param total how many wait, those beyond this page included
 */
public record QueueScreen(Frame frame, List<QueueLine> lines, int total) {
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
}
