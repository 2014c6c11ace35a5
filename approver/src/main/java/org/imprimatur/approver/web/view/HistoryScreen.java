package org.imprimatur.approver.web.view;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.imprimatur.approver.post.DeliveryOrder;
import org.imprimatur.approver.readmodel.HistoryRow;
import org.imprimatur.approver.readmodel.PostView;

/**
 * The history of one post as an auditor reads it.
 *
 * @param frame what surrounds it
 * @param postId the post
 * @param verified whether the chain is complete and unchanged
 * @param entries in order
 * @param publications of every revision
 * @param orders what people asked about them
 * @param fingerprint of the key that seals its evidence; empty where the reader may not take any
 */
public record HistoryScreen(
        Frame frame,
        String postId,
        boolean verified,
        List<Entry> entries,
        List<DeliveryCard> publications,
        List<OrderLine> orders,
        Optional<String> fingerprint) {
    public HistoryScreen {
        entries = List.copyOf(entries);
        publications = List.copyOf(publications);
        orders = List.copyOf(orders);
    }

    public static HistoryScreen of(
            Viewer viewer,
            PostView post,
            boolean verified,
            List<HistoryRow> rows,
            List<DeliveryOrder> orders,
            Optional<String> fingerprint,
            Instant now) {
        return new HistoryScreen(
                new Frame("History", Frame.Tab.HISTORY, viewer),
                post.postId(),
                verified,
                rows.stream().map(row -> Entry.of(row, now)).toList(),
                post.deliveries().stream()
                        .map(delivery -> DeliveryCard.of(delivery, viewer, now))
                        .toList(),
                orders.stream().map(order -> OrderLine.of(order, now)).toList(),
                fingerprint);
    }

    /**
     * One event.
     *
     * @param sequence 1, 2, 3 …
     * @param who the person, or the system
     * @param did what, as a verb
     * @param refused whether it was not accepted
     * @param roles of the person at that time
     * @param revision which one
     * @param reason given, or of the refusal
     * @param note what only colleagues and auditors read
     * @param whom whose claim it was, or who was asked
     * @param policy the rule that the reason rests on
     * @param versions of policy and engine
     * @param at when
     * @param hash of this event
     * @param previous of the one before
     */
    public record Entry(
            long sequence,
            String who,
            String did,
            boolean refused,
            String roles,
            int revision,
            Optional<String> reason,
            Optional<String> note,
            Optional<String> whom,
            Optional<String> policy,
            String versions,
            Moment at,
            String hash,
            String previous) {

        public static Entry of(HistoryRow row, Instant now) {
            return new Entry(
                    row.sequence(),
                    row.actor().orElse("Imprimatur"),
                    Words.event(row.kind()),
                    row.refusal().isPresent(),
                    String.join(", ", row.roles()),
                    row.revision(),
                    row.reason(),
                    row.note(),
                    row.whom().map(whom -> whom.substring(whom.indexOf(':') + 1)),
                    row.policy(),
                    versions(row),
                    Moment.of(row.at(), now),
                    row.hash(),
                    row.previousHash());
        }

        private static String versions(HistoryRow row) {
            String policy = row.policyVersion().isEmpty() ? "no policy" : "policy " + row.policyVersion();
            return row.engineVersion().isEmpty() ? policy : policy + ", engine " + row.engineVersion();
        }

        /** The first ten digits, enough to compare by eye. */
        public String shortHash() {
            return hash.substring(0, Math.min(10, hash.length()));
        }
    }
}
