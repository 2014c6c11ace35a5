package org.imprimatur.approver.readmodel;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.imprimatur.approver.readmodel.HistoryRow.Trait;
import org.imprimatur.approver.wire.HistoryRecord;
import org.imprimatur.approver.wire.PostReader;

/** Histories of posts, and whether they are what was written. */
final class Histories {

    private Histories() {}

    static List<HistoryRecord> links(Connection connection, PostReader reader, String postId) throws SQLException {
        return Sql.of(connection, "SELECT event FROM events WHERE post_id = ? ORDER BY sequence", postId)
                .list(row -> reader.link(row.getBytes(1)));
    }

    static Optional<HistoryRecord> link(Connection connection, PostReader reader, String postId, long sequence)
            throws SQLException {
        return Sql.of(connection, "SELECT event FROM events WHERE post_id = ? AND sequence = ?", postId, sequence)
                .first(row -> reader.link(row.getBytes(1)));
    }

    static Optional<HistoryRecord> answer(Connection connection, PostReader reader, String postId, String commandId)
            throws SQLException {
        return Sql.of(
                        connection,
                        "SELECT event FROM events WHERE post_id = ? AND command_id = ? ORDER BY sequence",
                        postId,
                        commandId)
                .first(row -> reader.link(row.getBytes(1)));
    }

    static boolean verified(String postId, List<HistoryRecord> links) {
        long sequence = 0;
        String hash = HistoryRecord.FIRST;
        for (HistoryRecord link : links) {
            if (!link.postId().equals(postId) || !link.follows(sequence, hash)) {
                return false;
            }
            sequence = link.sequence();
            hash = link.hash();
        }
        return true;
    }

    static HistoryRow row(HistoryRecord link) {
        return new HistoryRow(
                link.postId(),
                link.sequence(),
                link.kind(),
                link.revision(),
                link.contentHash(),
                link.commandId(),
                link.actor(),
                link.roles(),
                link.reason(),
                link.refusal(),
                link.policy(),
                link.policyVersion(),
                link.engineVersion(),
                link.note(),
                link.until(),
                link.whom(),
                link.madeHash(),
                link.undone(),
                traits(link),
                link.at(),
                link.previousHash(),
                link.hash());
    }

    private static Set<Trait> traits(HistoryRecord link) {
        Set<Trait> traits = EnumSet.noneOf(Trait.class);
        add(traits, Trait.SECOND_LOOK, link.secondLook());
        add(traits, Trait.LOW_RISK, link.lowRisk());
        add(traits, Trait.IN_BULK, link.inBulk());
        add(traits, Trait.ENOUGH, link.enough());
        return traits;
    }

    private static void add(Set<Trait> traits, Trait trait, boolean holds) {
        if (holds) {
            traits.add(trait);
        }
    }

    /** What happened to the posts of one account, newest first. */
    static List<HistoryRow> ofAccount(Connection connection, PostReader reader, String account, int offset, int limit)
            throws SQLException {
        return Sql.of(connection, """
                        SELECT e.event FROM events e JOIN posts p ON p.post_id = e.post_id
                        WHERE p.account = ? ORDER BY e.at DESC, e.post_id, e.sequence DESC LIMIT ? OFFSET ?
                        """, account, limit, offset).list(row -> row(reader.link(row.getBytes(1))));
    }
}
