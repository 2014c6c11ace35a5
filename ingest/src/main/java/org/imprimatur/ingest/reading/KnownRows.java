package org.imprimatur.ingest.reading;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.imprimatur.ingest.intake.Known;
import org.imprimatur.kit.projection.Projection;

/** Accounts and authorizations as the projection shows them. */
record KnownRows(Projection projection, ReadModel.PictureTypes pictures) implements Known {

    @Override
    public boolean account(String id) {
        return found("SELECT 1 FROM account WHERE id = ?", id);
    }

    @Override
    public boolean authorization(String id) {
        return found("SELECT 1 FROM authorization WHERE id = ?", id);
    }

    @Override
    public Set<String> platforms() {
        List<String> platforms = projection.read(
                connection -> Sql.query(connection, row -> row.getString(1), "SELECT DISTINCT platform FROM account"));
        return platforms.stream()
                .map(platform -> platform.toLowerCase(Locale.ROOT))
                .collect(Collectors.toUnmodifiableSet());
    }

    @Override
    public Optional<String> mediaType(String hash) {
        return pictures.mediaType(hash);
    }

    private boolean found(String sql, String id) {
        return projection.read(
                connection -> !Sql.query(connection, row -> true, sql, id).isEmpty());
    }
}
