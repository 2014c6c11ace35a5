package org.imprimatur.approver.web.view;

import java.util.List;
import java.util.stream.Collectors;

/**
 * A stretch of a text that is shown in one manner: plain, marked by findings, or a character that nobody would see.
 *
 * @param text what is shown
 * @param marks numbers of the findings that cover it, from 1; empty when it is plain
 * @param lead the most telling of the marks, to which it leads: the one that marks least; 0 when it is plain
 * @param ending those of the marks that end here, so that their numbers are shown once
 * @param beginning those of the marks that begin here, so that a link to a finding's place has one target
 * @param severe whether one of the marks is severe
 * @param unseen whether {@code text} names an invisible character in place of showing it
 */
public record Piece(
        String text,
        List<Integer> marks,
        int lead,
        List<Integer> ending,
        List<Integer> beginning,
        boolean severe,
        boolean unseen) {
    public Piece {
        marks = List.copyOf(marks);
        ending = List.copyOf(ending);
        beginning = List.copyOf(beginning);
    }

    /** Whether a finding covers it. */
    public boolean marked() {
        return !marks.isEmpty();
    }

    /** The findings, for a script that lights them up together. */
    public String numbers() {
        return marks.stream().map(String::valueOf).collect(Collectors.joining(" "));
    }

    @Override
    public String toString() {
        return "Piece[" + text.length() + " chars, marks=" + marks + "]";
    }
}
