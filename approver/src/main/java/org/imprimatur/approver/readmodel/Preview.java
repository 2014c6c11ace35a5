package org.imprimatur.approver.readmodel;

/** The beginning of a text, on one line. */
final class Preview {
    private static final int CODE_POINTS = 200;

    private Preview() {}

    static String of(String text) {
        int[] first = text.strip().codePoints().limit(CODE_POINTS).toArray();
        return new String(first, 0, first.length).replaceAll("\\s+", " ");
    }
}
