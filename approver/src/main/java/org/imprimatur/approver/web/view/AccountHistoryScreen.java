package org.imprimatur.approver.web.view;

import java.util.List;

/**
 * What happened to the posts of one account, newest first.
 *
 * @param frame what surrounds it
 * @param account whose
 * @param lines newest first
 * @param older rows to skip for the next page; 0 when there is none
 * @param seals whether the reader may take evidence of the whole account
 */
public record AccountHistoryScreen(Frame frame, String account, List<Line> lines, int older, boolean seals) {
    public AccountHistoryScreen {
        lines = List.copyOf(lines);
    }

    /** One event and the post that it concerns. */
    public record Line(String postId, HistoryScreen.Entry entry) {}
}
