package org.imprimatur.analyzer.detect;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The stretches of a text around its digits, so that patterns for numbers need not look at the rest. A match lies inside
 * one stretch: at most {@value #BEFORE} characters before a digit, and {@value #AFTER} after one.
 */
final class NearDigits {

    private static final int BEFORE = 72;
    private static final int AFTER = 64;

    private final String text;
    private final List<int[]> stretches = new ArrayList<>();

    private NearDigits(String text) {
        this.text = text;
        for (int i = 0; i < text.length(); i++) {
            if (Character.isDigit(text.charAt(i))) {
                add(Math.max(0, i - BEFORE), Math.min(text.length(), i + AFTER));
            }
        }
    }

    static NearDigits in(String text) {
        return new NearDigits(text);
    }

    private void add(int start, int end) {
        int[] last = stretches.isEmpty() ? new int[] {0, -1} : stretches.get(stretches.size() - 1);
        if (start <= last[1]) {
            last[1] = end;
        } else {
            stretches.add(new int[] {start, end});
        }
    }

    boolean none() {
        return stretches.isEmpty();
    }

    /** Shows every match to {@code each}; it must not keep the matcher. */
    void find(Pattern pattern, Consumer<Matcher> each) {
        if (stretches.isEmpty()) {
            return;
        }
        Matcher matcher = pattern.matcher(text).useTransparentBounds(true).useAnchoringBounds(false);
        for (int[] stretch : stretches) {
            matcher.region(stretch[0], stretch[1]);
            while (matcher.find()) {
                each.accept(matcher);
            }
        }
    }
}
