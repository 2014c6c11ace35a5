package org.imprimatur.approver.web.view;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.imprimatur.approver.readmodel.QueueFilter;
import org.imprimatur.approver.readmodel.QueueFilter.Facet;
import org.imprimatur.approver.readmodel.QueueFilter.Mark;

/**
 * Which cases a reviewer wants to see; as an address it can be sent to a colleague, and read again.
 *
 * @param show which part of the queue
 * @param words to be found in the text, the post id or the author; empty for all
 * @param severity {@code HIGH}, {@code LOW} or empty for both
 * @param reason such as {@code PATIENT_IDENTIFIER}; empty for all
 * @param account empty for all
 * @param skip rows before the page
 */
public record QueueChoice(Show show, String words, String severity, String reason, String account, int skip) {
    /** Rows of one page. */
    public static final int PAGE = 100;

    /** Parts of the queue. */
    public enum Show {
        ALL("All that waits"),
        OVERDUE("Overdue"),
        FREE("Free to take"),
        MINE("Claimed by me"),
        INVOLVING("Mine or asked of me"),
        SECOND_LOOK("Second look"),
        ESCALATED("Escalated"),
        LOW_RISK("Low risk");

        private final String word;

        Show(String word) {
            this.word = word;
        }

        public String word() {
            return word;
        }

        public String value() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** Everything that waits. */
    public static final QueueChoice EVERYTHING = new QueueChoice(Show.ALL, "", "", "", "", 0);

    /**
     * Reads the parameters of an address or a form; what is unknown chooses nothing.
     *
     * @param value of a parameter, empty where it is not there
     */
    public static QueueChoice read(UnaryOperator<String> value) {
        Show show = Stream.of(Show.values())
                .filter(each -> each.value().equals(value.apply("show")))
                .findFirst()
                .orElse(Show.ALL);
        String severity = Optional.of(value.apply("severity").toUpperCase(Locale.ROOT))
                .filter(each -> each.equals("HIGH") || each.equals("LOW"))
                .orElse("");
        String skip = value.apply("skip");
        return new QueueChoice(
                show,
                value.apply("words").strip(),
                severity,
                value.apply("reason"),
                value.apply("account"),
                skip.matches("[0-9]{1,6}") ? Integer.parseInt(skip) : 0);
    }

    /** As the read model takes it, for this person at {@code now}. */
    public QueueFilter filter(String person, Instant now) {
        QueueFilter filter =
                part(QueueFilter.all(PAGE), person, now).words(words).page(skip, PAGE);
        filter = severity.isEmpty() ? filter : filter.with(Facet.SEVERITY, severity);
        filter = reason.isEmpty() ? filter : filter.with(Facet.REASON, reason);
        return account.isEmpty() ? filter : filter.with(Facet.ACCOUNT, account);
    }

    private QueueFilter part(QueueFilter all, String person, Instant now) {
        return switch (show) {
            case ALL -> all;
            case OVERDUE -> all.dueBefore(now);
            case FREE -> all.freeAt(now);
            case MINE -> all.with(Facet.CLAIMED_BY, person);
            case INVOLVING -> all.with(Facet.INVOLVING, person);
            case SECOND_LOOK -> all.with(Mark.SECOND_LOOK);
            case ESCALATED -> all.with(Mark.ESCALATED);
            case LOW_RISK -> all.with(Mark.LOW_RISK);
        };
    }

    /** Whether it depends on who asks. */
    public boolean isPersonal() {
        return show == Show.MINE || show == Show.INVOLVING;
    }

    public QueueChoice from(int row) {
        return new QueueChoice(show, words, severity, reason, account, row);
    }

    /** Whether it is narrower than a part of the queue alone. */
    public boolean narrowed() {
        return !words.isEmpty() || !severity.isEmpty() || !reason.isEmpty() || !account.isEmpty();
    }

    /** The query of its address, with the question mark; empty for everything. */
    public String query() {
        List<String> parts = new ArrayList<>();
        add(parts, "show", show == Show.ALL ? "" : show.value());
        add(parts, "words", words);
        add(parts, "severity", severity);
        add(parts, "reason", reason);
        add(parts, "account", account);
        add(parts, "skip", skip == 0 ? "" : String.valueOf(skip));
        return parts.isEmpty() ? "" : "?" + String.join("&", parts);
    }

    private static void add(List<String> parts, String name, String value) {
        if (!value.isEmpty()) {
            parts.add(name + "=" + URLEncoder.encode(value, StandardCharsets.UTF_8));
        }
    }

    @Override
    public String toString() {
        return "QueueChoice[show=" + show + "]";
    }
}
