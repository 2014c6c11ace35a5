package org.imprimatur.approver.web.view;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import org.imprimatur.approver.post.Span;
import org.imprimatur.approver.web.view.MarkedText.Mark;
import org.junit.jupiter.api.Test;

class MarkedTextTest {
    @Test
    void offsetsCountCodePointsSoAnEmojiBeforeAMarkMovesItByOne() {
        List<Piece> pieces = MarkedText.cut("💙 Dolores", List.of(mark(1, 2, 9)));

        assertThat(pieces).extracting(Piece::text).containsExactly("💙 ", "Dolores");
        assertThat(pieces).extracting(Piece::marks).containsExactly(List.of(), List.of(1));
    }

    @Test
    void overlappingMarksShareTheMiddlePieceAndEachEndsOnce() {
        List<Piece> pieces = MarkedText.cut("abcdef", List.of(mark(1, 0, 4), mark(2, 2, 6)));

        assertThat(pieces).extracting(Piece::text).containsExactly("ab", "cd", "ef");
        assertThat(pieces).extracting(Piece::marks).containsExactly(List.of(1), List.of(1, 2), List.of(2));
        assertThat(pieces).extracting(Piece::ending).containsExactly(List.of(), List.of(1), List.of(2));
        assertThat(pieces).extracting(Piece::beginning).containsExactly(List.of(1), List.of(2), List.of());
    }

    @Test
    void aFindingInTwoPlacesBeginsAtTheFirst() {
        List<Piece> pieces = MarkedText.cut("ab ab", List.of(mark(1, 0, 2), mark(1, 3, 5)));

        assertThat(pieces).extracting(Piece::beginning).containsExactly(List.of(1), List.of(), List.of());
    }

    @Test
    void aMarkBeyondTheTextEndsWithIt() {
        assertThat(MarkedText.cut("abc", List.of(mark(1, 1, 99), mark(2, 7, 9))))
                .extracting(Piece::text)
                .containsExactly("a", "bc");
    }

    @Test
    void aCharacterThatNobodyWouldSeeIsNamed() {
        List<Piece> pieces = MarkedText.cut("pa\u200Btient", List.of());

        assertThat(pieces).extracting(Piece::text).containsExactly("pa", "U+200B", "tient");
        assertThat(pieces).extracting(Piece::unseen).containsExactly(false, true, false);
    }

    @Test
    void theJoinersInsideAnEmojiStay() {
        assertThat(MarkedText.cut("👩\u200D⚕️ here", List.of()))
                .singleElement()
                .extracting(Piece::text)
                .isEqualTo("👩\u200D⚕️ here");
    }

    @Test
    void whateverIsMarkedThePiecesJoinToTheText() {
        Random random = new Random(20261122);
        for (int round = 0; round < 500; round++) {
            String text = random.ints(random.nextInt(30), 0, 4)
                    .mapToObj(at -> List.of("a", "é", "💙", " ").get(at))
                    .collect(Collectors.joining());
            List<Mark> marks = new ArrayList<>();
            for (int number = 1; number <= random.nextInt(6); number++) {
                int start = random.nextInt(32);
                marks.add(mark(number, start, start + random.nextInt(8)));
            }

            String joined =
                    MarkedText.cut(text, marks).stream().map(Piece::text).collect(Collectors.joining());

            assertThat(joined).as("round %d", round).isEqualTo(text);
        }
    }

    private static Mark mark(int finding, int start, int end) {
        return new Mark(finding, new Span(start, end), false);
    }
}
