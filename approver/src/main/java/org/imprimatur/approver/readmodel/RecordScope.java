package org.imprimatur.approver.readmodel;

import java.time.Instant;
import java.util.Optional;

/** Of which posts records are asked for. */
public final class RecordScope {
    private final Where where = new Where();

    private RecordScope() {}

    /** Of one. */
    public static RecordScope ofPost(String postId) {
        RecordScope scope = new RecordScope();
        scope.where.and("post_id = ?", postId);
        return scope;
    }

    /**
     * Of those of an account.
     *
     * @param from only whose newest revision was handed in at that moment or later
     * @param until only whose newest revision was handed in before that moment
     */
    public static RecordScope ofAccount(String account, Optional<Instant> from, Optional<Instant> until) {
        RecordScope scope = new RecordScope();
        scope.where.and("account = ?", account);
        from.ifPresent(at -> scope.where.and("submitted_at >= ?", at.toEpochMilli()));
        until.ifPresent(at -> scope.where.and("submitted_at < ?", at.toEpochMilli()));
        return scope;
    }

    /** A query that gives their ids. */
    String posts() {
        return "SELECT post_id FROM posts" + where;
    }

    Object[] values(Object... last) {
        return where.values(last);
    }
}
