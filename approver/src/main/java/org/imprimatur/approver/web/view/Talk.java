package org.imprimatur.approver.web.view;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.imprimatur.approver.readmodel.HistoryRow;

/**
 * What was said about a post beside the decisions, apart from each other: to its author, and among colleagues.
 *
 * @param remarks in order
 * @param kept who wrote a note with an approval that the reader sees only after deciding, so that they judge alone
 */
public record Talk(List<Remark> remarks, List<String> kept) {
    public Talk {
        remarks = List.copyOf(remarks);
        kept = List.copyOf(kept);
    }

    public int size() {
        return remarks.size() + kept.size();
    }

    public boolean silent() {
        return remarks.isEmpty() && kept.isEmpty();
    }

    /**
     * One thing that was said.
     *
     * @param who said it
     * @param did such as “commented”
     * @param internal whether its author does not read it
     */
    public record Remark(String who, String did, boolean internal, String words, Moment at) {
        @Override
        public String toString() {
            return "Remark[who=" + who + ", internal=" + internal + "]";
        }
    }

    /**
     * Of a post's whole history.
     *
     * @param notes whether the reader may read what colleagues wrote to each other
     * @param decides whether the reader still has to decide
     */
    public static Talk of(List<HistoryRow> history, boolean notes, boolean decides, Instant now) {
        List<HistoryRow> accepted =
                history.stream().filter(row -> row.refusal().isEmpty()).toList();
        return new Talk(
                accepted.stream()
                        .flatMap(row -> remarks(row, notes && !(decides && isApproval(row)), now))
                        .toList(),
                notes && decides
                        ? accepted.stream()
                                .filter(row -> isApproval(row) && row.note().isPresent())
                                .flatMap(row -> row.actor().stream())
                                .distinct()
                                .toList()
                        : List.of());
    }

    private static Stream<Remark> remarks(HistoryRow row, boolean notes, Instant now) {
        Optional<String> toAuthor = row.kind().equals("RELEASED") ? Optional.empty() : row.reason();
        Optional<String> note = notes ? row.note() : Optional.empty();
        return Stream.concat(
                toAuthor.map(words -> remark(row, false, words, now)).stream(),
                note.map(words -> remark(row, true, words, now)).stream());
    }

    private static Remark remark(HistoryRow row, boolean internal, String words, Instant now) {
        return new Remark(
                row.actor().orElse("Imprimatur"), Words.event(row.kind()), internal, words, Moment.of(row.at(), now));
    }

    private static boolean isApproval(HistoryRow row) {
        return row.kind().equals("APPROVED");
    }
}
