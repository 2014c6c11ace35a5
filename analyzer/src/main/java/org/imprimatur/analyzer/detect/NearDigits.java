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
    private final List<Stretch> stretches;

    /** A part of the text, half-open, and how many digits it has. */
    private record Stretch(int start, int end, int digits) {}

    private NearDigits(String text, List<Stretch> stretches) {
        this.text = text;
        this.stretches = stretches;
    }

    static NearDigits in(String text) {
        List<Stretch> stretches = new ArrayList<>();
        for (int i = 0; i < text.length(); i++) {
            if (Character.isDigit(text.charAt(i))) {
                int last = stretches.size() - 1;
                int start = Math.max(0, i - BEFORE);
                int end = Math.min(text.length(), i + AFTER);
                if (last >= 0 && start <= stretches.get(last).end()) {
                    Stretch before = stretches.get(last);
                    stretches.set(last, new Stretch(before.start(), end, before.digits() + 1));
                } else {
                    stretches.add(new Stretch(start, end, 1));
                }
            }
        }
        return new NearDigits(text, stretches);
    }

    /** Only the stretches that have room for a number of so many digits. */
    NearDigits withAtLeast(int digits) {
        return new NearDigits(
                text, stretches.stream().filter(one -> one.digits() >= digits).toList());
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
        for (Stretch stretch : stretches) {
            matcher.region(stretch.start(), stretch.end());
            while (matcher.find()) {
                each.accept(matcher);
            }
        }
    }
}
