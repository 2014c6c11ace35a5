package org.imprimatur.approver.readmodel;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.function.Consumer;
import org.imprimatur.approver.wire.RecordLines;

/**
 * Everything that was written about some posts, as it stood at one moment: each record a line of JSON with every member, one
 * after the other. Lent for as long as it is read, to one thread.
 */
public final class Records {
    private final Connection connection;
    private final RecordLines lines;
    private final RecordScope scope;

    Records(Connection connection, RecordLines lines, RecordScope scope) {
        this.connection = connection;
        this.lines = lines;
        this.scope = scope;
    }

    /** Makes a line of a record's bytes. */
    private interface Line {
        String of(byte[] bytes);
    }

    /** Review events, those of a post in order. */
    public void history(Consumer<String> sink) {
        each("SELECT event FROM events", "post_id, sequence", lines::event, sink);
    }

    /** What authors and editors handed in. */
    public void revisions(Consumer<String> sink) {
        each("SELECT draft FROM revisions", "post_id, revision", lines::draft, sink);
    }

    /** What the analyzer thought. */
    public void verdicts(Consumer<String> sink) {
        each("SELECT verdict FROM verdicts", "post_id, revision", lines::verdict, sink);
    }

    /** The newest step of each publication, with the platform's receipt. */
    public void deliveries(Consumer<String> sink) {
        each("SELECT delivery FROM deliveries", "post_id, revision, delivery_id", lines::delivery, sink);
    }

    /** What people asked about publications, with the answers. */
    public void orders(Consumer<String> sink) {
        each("SELECT answer FROM orders", "post_id, at, command_id", lines::order, sink);
    }

    /** Ids of the authorizations that the revisions name. */
    public List<String> authorizations() {
        String ids = "SELECT DISTINCT authorization_id FROM reliances" + among() + " ORDER BY 1";
        try {
            return Sql.of(connection, ids, scope.values()).list(row -> row.getString(1));
        } catch (SQLException unreadable) {
            throw new IllegalStateException("the read model can't be read", unreadable);
        }
    }

    private void each(String select, String order, Line line, Consumer<String> sink) {
        try {
            Sql.of(connection, select + among() + " ORDER BY " + order, scope.values())
                    .each(row -> sink.accept(line.of(row.getBytes(1))));
        } catch (SQLException unreadable) {
            throw new IllegalStateException("the read model can't be read", unreadable);
        }
    }

    private String among() {
        return " WHERE post_id IN (" + scope.posts() + ")";
    }
}
