package org.imprimatur.analyzer.text;

import org.imprimatur.analyzer.draft.Span;

/**
 * A text with its disguises undone, and the way back to the original's code points. Immutable, thread-safe.
 *
 * <p>Offsets into {@link #normal()} are UTF-16 units as everywhere in Java; offsets that leave this class are code points
 * of the original.
 */
public final class NormalText {

    private final String original;
    private final String normal;
    private final int[] from;
    private final int[] to;
    private final boolean mixedScripts;
    private final boolean hidden;

    NormalText(String original, String normal, int[] from, int[] to, boolean mixedScripts, boolean hidden) {
        this.original = original;
        this.normal = normal;
        this.from = from;
        this.to = to;
        this.mixedScripts = mixedScripts;
        this.hidden = hidden;
    }

    /** Normalises any string, lone surrogates included. */
    public static NormalText of(String original) {
        return Undisguise.undisguise(original);
    }

    /** What the author wrote. */
    public String original() {
        return original;
    }

    /** What the detectors read. */
    public String normal() {
        return normal;
    }

    /** Whether letters of another script stood inside Latin words, so that the eye and a program read different things. */
    public boolean mixedScripts() {
        return mixedScripts;
    }

    /** Whether something invisible stood inside a word or a number, or turned the reading direction round. */
    public boolean hidden() {
        return hidden;
    }

    /**
     * The original's code points that stand behind {@code normal().substring(start, end)}.
     *
     * @param start UTF-16 offset, {@code 0 <= start < end}
     * @param end UTF-16 offset, at most the length of {@link #normal()}
     */
    public Span span(int start, int end) {
        return new Span(from[start], Math.max(from[start] + 1, to[end - 1]));
    }

    @Override
    public String toString() {
        return "NormalText[" + original.length() + " chars]";
    }
}
