package org.imprimatur.approver.post;

/**
 * A stretch of a draft's text, half-open.
 *
 * @param start offset of the first marked character, in Unicode code points, from 0
 * @param end offset after the last marked character, in Unicode code points
 */
public record Span(int start, int end) {
    public Span {
        if (start < 0 || end < start) {
            throw new IllegalArgumentException("a span runs forward from an offset of at least 0");
        }
    }
}
