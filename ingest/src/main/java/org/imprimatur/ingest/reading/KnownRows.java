package org.imprimatur.ingest.reading;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.imprimatur.ingest.intake.Known;
import org.imprimatur.ingest.intake.Picture;
import org.imprimatur.kit.projection.Projection;
import org.imprimatur.platforms.Attachment;
import org.imprimatur.platforms.Platforms;

/** Accounts and authorizations as the projection shows them. */
record KnownRows(Projection projection, ReadModel.Pictures pictures) implements Known {

    @Override
    public boolean account(String id) {
        return platform(id).isPresent();
    }

    @Override
    public Optional<String> authorizationGroup(String id) {
        return text("SELECT grp FROM authorization WHERE id = ?", id);
    }

    @Override
    public Optional<String> platform(String account) {
        return text("SELECT platform FROM account WHERE id = ?", account)
                .map(platform -> platform.toLowerCase(Locale.ROOT));
    }

    @Override
    public List<String> refusals(String platform, String text, List<Picture> media) {
        List<Attachment> attachments = media.stream()
                .map(one -> new Attachment(one.mediaType(), pictures.bytes(one.hash()), one.altText()))
                .toList();
        return Platforms.named(platform)
                .map(limits -> limits.faults(text, attachments))
                .orElse(List.of());
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

    private Optional<String> text(String sql, String id) {
        return projection.read(connection -> Sql.query(connection, row -> row.getString(1), sql, id)).stream()
                .findFirst();
    }
}
