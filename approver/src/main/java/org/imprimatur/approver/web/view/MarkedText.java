package org.imprimatur.approver.web.view;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import org.imprimatur.approver.post.Span;

/** A draft's text cut where findings begin and end, so that overlapping findings are shown without nesting. */
public final class MarkedText {
    private final List<Mark> marks;
    private final int[] codePoints;

    private MarkedText(String text, List<Mark> marks) {
        this.codePoints = text.codePoints().toArray();
        this.marks = marks.stream()
                .filter(mark -> mark.span().start() < Math.min(mark.span().end(), codePoints.length))
                .toList();
    }

    /**
     * One span of one finding.
     *
     * @param finding its number, from 1
     * @param span where; what lies beyond the text is left out
     * @param severe whether it is shown as severe
     */
    public record Mark(int finding, Span span, boolean severe) {}

    /** The pieces in order; the texts of those that are seen, joined, are the text less its unseen characters. */
    public static List<Piece> cut(String text, List<Mark> marks) {
        return new MarkedText(text, marks).pieces();
    }

    private List<Piece> pieces() {
        List<Piece> pieces = new ArrayList<>();
        int from = 0;
        for (int to : borders()) {
            if (to > from) {
                pieces.add(piece(from, to));
            }
            from = to;
        }
        return List.copyOf(pieces);
    }

    private SortedSet<Integer> borders() {
        SortedSet<Integer> borders = new TreeSet<>(List.of(codePoints.length));
        for (Mark mark : marks) {
            borders.add(mark.span().start());
            borders.add(Math.min(mark.span().end(), codePoints.length));
        }
        for (int at = 0; at < codePoints.length; at++) {
            if (unseen(at)) {
                borders.add(at);
                borders.add(at + 1);
            }
        }
        return borders;
    }

    private Piece piece(int from, int to) {
        List<Mark> over = marks.stream()
                .filter(mark -> mark.span().start() < to && mark.span().end() > from)
                .toList();
        return new Piece(
                unseen(from) ? name(codePoints[from]) : new String(codePoints, from, to - from),
                numbers(over),
                over.stream()
                        .min(Comparator.comparingInt(MarkedText::length))
                        .map(Mark::finding)
                        .orElse(0),
                numbers(over.stream()
                        .filter(mark -> Math.min(mark.span().end(), codePoints.length) == to)
                        .toList()),
                numbers(over.stream()
                        .filter(mark -> mark.span().start() == from && isFirst(mark))
                        .toList()),
                over.stream().anyMatch(Mark::severe),
                unseen(from));
    }

    private static int length(Mark mark) {
        return mark.span().end() - mark.span().start();
    }

    private boolean isFirst(Mark mark) {
        return marks.stream()
                .filter(other -> other.finding() == mark.finding())
                .allMatch(other -> other.span().start() >= mark.span().start());
    }

    private static List<Integer> numbers(List<Mark> marks) {
        return marks.stream().map(Mark::finding).distinct().sorted().toList();
    }

    /** Format characters hide or turn text; those that join an emoji do not. */
    private boolean unseen(int at) {
        if (at >= codePoints.length || Character.getType(codePoints[at]) != Character.FORMAT) {
            return false;
        }
        boolean tag = codePoints[at] >= 0xE0020 && codePoints[at] <= 0xE007F;
        return !tag && !(codePoints[at] == 0x200D && joinsPictures(at));
    }

    private boolean joinsPictures(int at) {
        return at > 0
                && at + 1 < codePoints.length
                && !Character.isLetterOrDigit(codePoints[at - 1])
                && !Character.isLetterOrDigit(codePoints[at + 1]);
    }

    private static String name(int codePoint) {
        return String.format("U+%04X", codePoint);
    }
}
