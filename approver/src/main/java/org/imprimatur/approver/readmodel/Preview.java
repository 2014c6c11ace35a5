package org.imprimatur.approver.readmodel;

/** The beginning of a text, on one line; what was cut ends in “…”. */
final class Preview {
    private static final int CODE_POINTS = 200;

    private Preview() {}

    static String of(String text) {
        String line = text.strip().replaceAll("\\s+", " ");
        if (line.codePointCount(0, line.length()) <= CODE_POINTS) {
            return line;
        }
        return line.substring(0, line.offsetByCodePoints(0, CODE_POINTS)).stripTrailing() + "…";
    }
}
