package org.imprimatur.approver.web.view;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.imprimatur.approver.post.Finding;
import org.imprimatur.approver.post.Span;
import org.imprimatur.approver.post.Verdict;
import org.junit.jupiter.api.Test;

class LabelsTest {
    @Test
    void findingsInTheTextAreNumberedAndThoseAboutPicturesLettered() {
        Labels labels = Labels.of(
                verdict(onPicture(1), inText(new Span(9, 12)), onPicture(0), inText(), inText(new Span(2, 4))));

        assertThat(labels.order()).containsExactly(4, 1, 3, 2, 0);
        assertThat(IntStream.range(0, 5).mapToObj(labels::of)).containsExactly("B", "2", "A", "3", "1");
    }

    @Test
    void afterZComesTwoLetters() {
        Labels labels = Labels.of(verdict(Collections.nCopies(28, onPicture(0)).toArray(Finding[]::new)));

        assertThat(labels.of(25)).isEqualTo("Z");
        assertThat(labels.of(26)).isEqualTo("AA");
        assertThat(labels.of(27)).isEqualTo("AB");
    }

    private static Finding inText(Span... spans) {
        return finding(Optional.empty(), spans);
    }

    private static Finding onPicture(int place) {
        return finding(Optional.of(place));
    }

    private static Finding finding(Optional<Integer> picture, Span... spans) {
        return new Finding("d", "PHONE", List.of(spans), 1, "Seen.", Optional.empty(), Optional.empty(), picture);
    }

    private static Verdict verdict(Finding... findings) {
        return new Verdict(1, "", true, List.of(findings), List.of(), 1, "", "", Instant.EPOCH);
    }
}
