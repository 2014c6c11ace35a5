package org.imprimatur.analyzer.screen;

import java.time.Duration;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import org.imprimatur.analyzer.policy.Reason;

/** Counts what came of a file. For one thread. */
final class Summary {

    private final Map<Reason, Integer> byReason = new EnumMap<>(Reason.class);
    private long drafts;
    private long held;

    void add(Prediction prediction) {
        drafts++;
        if (prediction.hold()) {
            held++;
        }
        prediction.reasons().forEach(reason -> byReason.merge(reason, 1, Integer::sum));
    }

    /** Several lines for people: how many, how fast, how many held and why. */
    String text(Duration took) {
        double seconds = Math.max(took.toNanos() / 1e9, 1e-9);
        StringBuilder text = new StringBuilder(String.format(
                Locale.ROOT,
                "%,d drafts in %.1f s (%,.0f a second), %,d held (%.1f %%)%n",
                drafts,
                seconds,
                drafts / seconds,
                held,
                drafts == 0 ? 0.0 : 100.0 * held / drafts));
        byReason.entrySet().stream()
                .sorted(Map.Entry.<Reason, Integer>comparingByValue(Comparator.reverseOrder())
                        .thenComparing(Map.Entry.comparingByKey()))
                .forEach(entry ->
                        text.append(String.format(Locale.ROOT, "  %-34s %,7d%n", entry.getKey(), entry.getValue())));
        return text.toString();
    }
}
