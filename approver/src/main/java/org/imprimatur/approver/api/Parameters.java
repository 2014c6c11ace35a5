package org.imprimatur.approver.api;

import io.javalin.http.Context;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.imprimatur.approver.post.Severity;
import org.imprimatur.approver.readmodel.QueueFilter;
import org.imprimatur.kit.web.Problem;
import org.imprimatur.kit.web.Problem.Fault;
import org.imprimatur.kit.web.ProblemException;

/** Reads what a list is asked for; every fault is named at once. */
final class Parameters {
    private static final int PAGE = 50;
    private static final int LONGEST_PAGE = 200;
    private static final int FARTHEST = 1_000_000;

    private final Context context;
    private final List<Fault> faults = new ArrayList<>();

    Parameters(Context context) {
        this.context = context;
    }

    QueueFilter filter() {
        Optional<Severity> severity = severity();
        int offset = number("offset", 0, 0, FARTHEST);
        int limit = number("limit", PAGE, 1, LONGEST_PAGE);
        complete();
        QueueFilter filter = QueueFilter.all(limit).page(offset, limit).words(text("words").orElse(""));
        return filter;
    }

    int offset() {
        return complete(number("offset", 0, 0, FARTHEST));
    }

    int limit() {
        return complete(number("limit", PAGE, 1, LONGEST_PAGE));
    }

    private Optional<Severity> severity() {
        Optional<String> text = text("severity").map(word -> word.toUpperCase(Locale.ROOT));
        if (text.isPresent() && !text.get().equals("LOW") && !text.get().equals("HIGH")) {
            faults.add(new Fault("?severity", "is low or high"));
            return Optional.empty();
        }
        return text.map(Severity::valueOf);
    }

    private int number(String name, int fallback, int min, int max) {
        Optional<String> text = text(name);
        if (text.isEmpty()) {
            return fallback;
        }
        if (text.get().matches("\\d{1,7}")) {
            int number = Integer.parseInt(text.get());
            if (number >= min && number <= max) {
                return number;
            }
        }
        faults.add(new Fault("?" + name, "is a whole number from " + min + " to " + max));
        return fallback;
    }

    private Optional<String> text(String name) {
        return Optional.ofNullable(context.queryParam(name)).filter(value -> !value.isBlank());
    }

    private int complete(int number) {
        complete();
        return number;
    }

    private void complete() {
        if (!faults.isEmpty()) {
            throw new ProblemException(Problem.of(400, "Mend the parameters that are named here.", faults));
        }
    }
}
