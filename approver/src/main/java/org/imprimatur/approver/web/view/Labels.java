package org.imprimatur.approver.web.view;

import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.imprimatur.approver.post.Finding;
import org.imprimatur.approver.post.Span;
import org.imprimatur.approver.post.Verdict;

/**
 * What findings are called on a page: 1, 2, 3 … in the order in which a reader meets them in the text, and A, B, C … for
 * those about pictures, picture by picture.
 */
public final class Labels {
    private static final int LETTERS = 26;

    private final List<Integer> inText;
    private final List<Integer> onPictures;

    private Labels(List<Finding> findings) {
        this.inText = sorted(findings, false, Comparator.comparingInt(Labels::firstPlace));
        this.onPictures = sorted(
                findings,
                true,
                Comparator.comparing(finding -> finding.picture().orElseThrow()));
    }

    public static Labels of(Verdict verdict) {
        return new Labels(verdict.findings());
    }

    /** Indexes of all findings of the verdict, those about pictures last. */
    public List<Integer> order() {
        return Stream.concat(inText.stream(), onPictures.stream()).toList();
    }

    /** What the finding at this index is called; for one in the text it is {@link #number}. */
    public String of(int index) {
        return onPictures.contains(index) ? letters(onPictures.indexOf(index)) : String.valueOf(number(index));
    }

    /** What a finding in the text is called, from 1. */
    int number(int index) {
        return inText.indexOf(index) + 1;
    }

    private static List<Integer> sorted(List<Finding> findings, boolean ofPictures, Comparator<Finding> by) {
        return IntStream.range(0, findings.size())
                .boxed()
                .filter(index -> findings.get(index).picture().isPresent() == ofPictures)
                .sorted(Comparator.comparing((Integer index) -> findings.get(index), by)
                        .thenComparing(Comparator.naturalOrder()))
                .toList();
    }

    private static int firstPlace(Finding finding) {
        return finding.spans().stream().mapToInt(Span::start).min().orElse(Integer.MAX_VALUE);
    }

    /** A to Z, then AA, AB and so on. */
    private static String letters(int place) {
        String last = String.valueOf((char) ('A' + place % LETTERS));
        return place < LETTERS ? last : letters(place / LETTERS - 1) + last;
    }
}
