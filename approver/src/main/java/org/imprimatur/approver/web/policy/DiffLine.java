package org.imprimatur.approver.web.policy;

import com.github.difflib.DiffUtils;
import com.github.difflib.UnifiedDiffUtils;
import java.util.List;

/**
 * One line of what a draft changes, in the manner of a patch.
 *
 * @param text without the sign before it
 */
public record DiffLine(Kind kind, String text) {
    private static final int AROUND = 3;
    private static final int FILE_NAMES = 2;

    /** What became of the line. */
    public enum Kind {
        SAME,
        GONE,
        NEW,
        /** Lines that did not change are left out here. */
        GAP
    }

    /** What the later text changes in the earlier; empty when nothing. */
    static List<DiffLine> between(String earlier, String later) {
        List<String> before = earlier.lines().toList();
        return UnifiedDiffUtils.generateUnifiedDiff(
                        "", "", before, DiffUtils.diff(before, later.lines().toList()), AROUND)
                .stream()
                .skip(FILE_NAMES)
                .map(DiffLine::of)
                .toList();
    }

    private static DiffLine of(String line) {
        char sign = line.isEmpty() ? ' ' : line.charAt(0);
        String text = line.isEmpty() ? "" : line.substring(1);
        return switch (sign) {
            case '+' -> new DiffLine(Kind.NEW, text);
            case '-' -> new DiffLine(Kind.GONE, text);
            case '@' -> new DiffLine(Kind.GAP, "");
            default -> new DiffLine(Kind.SAME, text);
        };
    }
}
