package org.imprimatur.approver.web.view;

import java.util.List;

/**
 * The posts that the reader wrote.
 *
 * @param frame what surrounds it
 * @param lines newest first
 * @param older how many rows to skip for the next page; 0 when there is none
 * @param composes whether new posts can be written here
 */
public record MineScreen(Frame frame, List<MineLine> lines, int older, boolean composes) {
    public MineScreen {
        lines = List.copyOf(lines);
    }

    public boolean empty() {
        return lines.isEmpty();
    }
}
