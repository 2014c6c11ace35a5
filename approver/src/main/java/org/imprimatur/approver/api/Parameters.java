package org.imprimatur.approver.api;

import io.javalin.http.Context;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.imprimatur.approver.post.Delivery;
import org.imprimatur.approver.readmodel.CaseState;
import org.imprimatur.approver.readmodel.DeliveryFilter;
import org.imprimatur.approver.readmodel.PostFilter;
import org.imprimatur.approver.readmodel.QueueFilter;
import org.imprimatur.approver.readmodel.QueueFilter.Facet;
import org.imprimatur.approver.readmodel.QueueFilter.Mark;
import org.imprimatur.approver.readmodel.Reach;
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

    /** Which cases: without {@code state} those that are open. */
    QueueFilter filter(Instant now) {
        QueueFilter filter = QueueFilter.all(PAGE)
                .in(states())
                .words(text("words").orElse(""))
                .page(number("offset", 0, 0, FARTHEST), number("limit", PAGE, 1, LONGEST_PAGE));
        filter = one(filter, Facet.SEVERITY, severity());
        filter = one(filter, Facet.REASON, text("reason"));
        filter = one(filter, Facet.ACCOUNT, text("account"));
        filter = one(filter, Facet.CLAIMED_BY, text("claimedBy"));
        filter = one(filter, Facet.INVOLVING, text("involving"));
        for (Mark mark : names("mark", Mark.class)) {
            filter = filter.with(mark);
        }
        filter = isTrue("overdue") ? filter.dueBefore(now) : filter;
        filter = isTrue("free") ? filter.freeAt(now) : filter;
        complete();
        return filter;
    }

    private static QueueFilter one(QueueFilter filter, Facet facet, Optional<String> value) {
        return value.map(each -> filter.with(facet, each)).orElse(filter);
    }

    /** Which posts. */
    PostFilter posts() {
        int offset = number("offset", 0, 0, FARTHEST);
        int limit = number("limit", PAGE, 1, LONGEST_PAGE);
        Optional<Instant> from = moment("from");
        Optional<Instant> until = moment("until");
        complete();
        return new PostFilter(text("words").orElse(""), text("author"), text("account"), from, until, offset, limit);
    }

    /** Which publications. */
    DeliveryFilter deliveries() {
        int offset = number("offset", 0, 0, FARTHEST);
        int limit = number("limit", PAGE, 1, LONGEST_PAGE);
        Set<Delivery.Group> groups = names("group", Delivery.Group.class);
        complete();
        return new DeliveryFilter(groups, text("account"), text("platform"), Reach.EVERYTHING, offset, limit);
    }

    private Set<CaseState> states() {
        if (text("state").filter("any"::equals).isPresent()) {
            return EnumSet.allOf(CaseState.class);
        }
        Set<CaseState> states = names("state", CaseState.class);
        return states.isEmpty() ? Set.of(CaseState.OPEN) : states;
    }

    /** Names of a closed list, with commas between them. */
    private <E extends Enum<E>> Set<E> names(String name, Class<E> kind) {
        Set<E> found = EnumSet.noneOf(kind);
        for (String word : text(name).orElse("").split(",", -1)) {
            if (word.isBlank()) {
                continue;
            }
            Optional<E> one = Stream.of(kind.getEnumConstants())
                    .filter(each -> each.name().equals(word.strip().toUpperCase(Locale.ROOT)))
                    .findFirst();
            one.ifPresent(found::add);
            if (one.isEmpty()) {
                faults.add(new Fault(
                        "?" + name, "is of " + EnumSet.allOf(kind).toString().toLowerCase(Locale.ROOT)));
            }
        }
        return found;
    }

    private boolean isTrue(String name) {
        Optional<String> text = text(name);
        if (text.isPresent() && !text.get().equals("true") && !text.get().equals("false")) {
            faults.add(new Fault("?" + name, "is true or false"));
        }
        return text.filter("true"::equals).isPresent();
    }

    private Optional<Instant> moment(String name) {
        try {
            return text(name).map(Instant::parse);
        } catch (DateTimeParseException no) {
            faults.add(new Fault("?" + name, "is a time such as 2026-03-02T12:00:00Z"));
            return Optional.empty();
        }
    }

    int offset() {
        return complete(number("offset", 0, 0, FARTHEST));
    }

    int limit() {
        return complete(number("limit", PAGE, 1, LONGEST_PAGE));
    }

    private Optional<String> severity() {
        Optional<String> text = text("severity").map(word -> word.toUpperCase(Locale.ROOT));
        if (text.isPresent() && !text.get().equals("LOW") && !text.get().equals("HIGH")) {
            faults.add(new Fault("?severity", "is low or high"));
            return Optional.empty();
        }
        return text;
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
