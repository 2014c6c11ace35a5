package org.imprimatur.publisher.connectors;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.imprimatur.publisher.delivery.Capability;
import org.imprimatur.publisher.delivery.Live;
import org.imprimatur.publisher.delivery.Outcome;
import org.imprimatur.publisher.delivery.Post;
import org.imprimatur.publisher.delivery.Publication;
import org.imprimatur.publisher.delivery.Receipt;
import org.imprimatur.publisher.delivery.Removal;
import org.imprimatur.publisher.delivery.Sight;
import org.imprimatur.publisher.wire.LiveHash;
import org.imprimatur.publisher.worker.Connector;

/**
 * Publishes into a folder: {@code POST-rREVISION-ACCOUNT.json} and a {@code .txt} with the bare text.
 *
 * <p>The text is written first, so a post is public when its JSON is there.
 */
public final class OutboxConnector implements Connector {
    /** What accounts of this connector name as their platform. */
    public static final String PLATFORM = "outbox";

    private final Path folder;
    private final InstantSource clock;

    /** An outbox in {@code folder}, which is made when the first post comes. */
    public OutboxConnector(Path folder, InstantSource clock) {
        this.folder = folder;
        this.clock = clock;
    }

    @Override
    public Set<Capability> capabilities() {
        return Set.of(Capability.REPEATS_ARE_HARMLESS, Capability.CAN_BE_ASKED);
    }

    @Override
    public Outcome publish(Post post) {
        try {
            Files.createDirectories(folder);
            if (Files.exists(json(post))) {
                return found(post);
            }
            SafeFile.write(text(post), post.text().getBytes(StandardCharsets.UTF_8));
            SafeFile.write(json(post), PostJson.pretty(post));
            return live(post);
        } catch (IOException failure) {
            String reason = "the outbox can't be written: " + why(failure);
            return Files.exists(json(post)) ? new Outcome.Unknown(reason) : new Outcome.NotSent(reason);
        }
    }

    @Override
    public Outcome find(Post post) {
        try {
            return found(post);
        } catch (NoSuchFileException absent) {
            return new Outcome.NotSent("there is no such file in the outbox");
        } catch (IOException failure) {
            return new Outcome.Unknown("the outbox can't be read: " + why(failure));
        }
    }

    @Override
    public Sight look(Publication publication) {
        try {
            ObjectNode there = PostJson.read(Files.readAllBytes(json(publication)));
            if (!isOf(there, publication)) {
                return new Sight.Unseen("the outbox holds something else under the same name");
            }
            return new Sight.Seen(new Live(
                    there.path("text").asText(),
                    there.path("media").findValuesAsText("sha256"),
                    Optional.of(json(publication).toUri().toString()),
                    clock.instant()));
        } catch (NoSuchFileException absent) {
            return new Sight.Gone();
        } catch (IOException failure) {
            return new Sight.Unseen("the outbox can't be read: " + why(failure));
        }
    }

    /** The JSON goes first: without it nothing is public. */
    @Override
    public Removal takeDown(Publication publication) {
        try {
            Path file = json(publication);
            if (!Files.exists(file)) {
                return new Removal.Gone();
            }
            if (!isOf(PostJson.read(Files.readAllBytes(file)), publication)) {
                return new Removal.CannotDelete("the outbox holds something else under the same name");
            }
            Files.deleteIfExists(file);
            Files.deleteIfExists(text(publication));
            return new Removal.Removed();
        } catch (IOException failure) {
            return new Removal.Unknown("the outbox can't be written: " + why(failure));
        }
    }

    private static boolean isOf(ObjectNode there, Publication publication) {
        return there.path(PostJson.IDEMPOTENCY_KEY).asText().equals(publication.idempotencyKey());
    }

    private Outcome found(Post post) throws IOException {
        ObjectNode there = PostJson.read(Files.readAllBytes(json(post)));
        boolean same = there.path(PostJson.CONTENT_HASH).asText().equals(post.contentHash())
                && there.path(PostJson.IDEMPOTENCY_KEY).asText().equals(post.idempotencyKey());
        return same ? live(post) : new Outcome.Rejected("the outbox holds something else under the same name");
    }

    private Outcome live(Post post) {
        Path file = json(post);
        List<String> pictures = post.media().stream().map(Post.Media::hash).toList();
        return new Outcome.Ok(
                new Receipt(
                        String.valueOf(file.getFileName()),
                        Optional.of(file.toUri().toString())),
                Optional.of(LiveHash.of(post.text(), pictures)));
    }

    private Path json(Post post) {
        return folder.resolve(FileNames.of(post.id(), post.idempotencyKey()) + ".json");
    }

    private Path text(Post post) {
        return folder.resolve(FileNames.of(post.id(), post.idempotencyKey()) + ".txt");
    }

    private Path json(Publication publication) {
        return folder.resolve(FileNames.of(publication.id(), publication.idempotencyKey()) + ".json");
    }

    private Path text(Publication publication) {
        return folder.resolve(FileNames.of(publication.id(), publication.idempotencyKey()) + ".txt");
    }

    private static String why(IOException failure) {
        String reason = failure instanceof FileSystemException inFolder ? inFolder.getReason() : failure.getMessage();
        String kind = failure.getClass().getSimpleName();
        return reason == null ? kind : kind + ", " + reason;
    }
}
