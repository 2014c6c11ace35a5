package org.imprimatur.approver.readmodel;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Conditions that must all hold, and their values in order; only what is asked stands there, so that indexes serve. */
final class Where {
    private final List<String> parts = new ArrayList<>();
    private final List<Object> values = new ArrayList<>();

    void and(String part, Object... its) {
        parts.add(part);
        values.addAll(List.of(its));
    }

    /** The values, and behind them those of what follows the conditions. */
    Object[] values(Object... last) {
        return Stream.concat(values.stream(), Stream.of(last)).toArray();
    }

    /** With the word WHERE; empty without a condition. */
    @Override
    public String toString() {
        return parts.isEmpty() ? "" : " WHERE " + String.join(" AND ", parts);
    }
}
