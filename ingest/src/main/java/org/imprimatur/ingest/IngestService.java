package org.imprimatur.ingest;

import io.micrometer.core.instrument.MeterRegistry;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import org.imprimatur.ingest.api.DraftRoutes;
import org.imprimatur.ingest.api.MediaRoutes;
import org.imprimatur.ingest.desk.Desk;
import org.imprimatur.ingest.media.FolderMediaStore;
import org.imprimatur.ingest.media.MediaStore;
import org.imprimatur.ingest.media.MediaType;
import org.imprimatur.ingest.media.PictureCheck;
import org.imprimatur.ingest.reading.PostProjector;
import org.imprimatur.ingest.reading.ReadModel;
import org.imprimatur.ingest.wire.KafkaDraftLog;
import org.imprimatur.ingest.wire.LogReader;
import org.imprimatur.kit.identity.Access;
import org.imprimatur.kit.identity.Identity;
import org.imprimatur.kit.lifecycle.Health;
import org.imprimatur.kit.lifecycle.Service;
import org.imprimatur.kit.projection.Projection;
import org.imprimatur.kit.streams.TopicProvisioner;
import org.imprimatur.kit.web.Routes;
import org.imprimatur.schemas.Topic;
import org.imprimatur.schemas.Topics;
import org.imprimatur.schemas.wire.Wire;

/** Takes drafts and pictures; up when it has read the log to its end. Its {@link #routes} belong on a web server. */
public final class IngestService implements Service {
    private static final List<Topic<?>> TOPICS = List.of(
            Topics.DRAFTS,
            Topics.VERDICTS,
            Topics.REVIEW_EVENTS,
            Topics.DELIVERIES,
            Topics.ACCOUNTS,
            Topics.AUTHORIZATIONS);

    private final IngestSettings settings;
    private final Projection projection;
    private final KafkaDraftLog log;
    private final DraftRoutes drafts;
    private final MediaRoutes pictures;

    public IngestService(IngestSettings settings, Access access, MeterRegistry meters) {
        this(settings, access, meters, Wire.open(settings.registryKind(), settings.registryUrl()));
    }

    IngestService(IngestSettings settings, Access access, MeterRegistry meters, Wire wire) {
        this.settings = settings;
        MediaStore media = new FolderMediaStore(settings.folder().resolve("media"));
        LogReader reader = new LogReader(wire);
        this.projection = new Projection(
                settings.folder().resolve("posts.sqlite"),
                settings.bootstrap(),
                PostProjector.topics(),
                new PostProjector(reader));
        this.log = new KafkaDraftLog(settings.bootstrap(), wire, settings.acknowledgeWithin());
        ReadModel posts = new ReadModel(projection, reader);
        InstantSource clock = InstantSource.system();
        Desk desk = new Desk(log, posts, posts.known(new StoredPictures(media)), clock::instant);
        drafts = new DraftRoutes(access, desk, posts, UUID::randomUUID, meters);
        pictures =
                new MediaRoutes(access, media, new PictureCheck(settings.mostMediaBytes(), settings.mostMediaPixels()));
    }

    /** What it answers to, under {@code /v1/drafts} and {@code /v1/media}. */
    public Routes routes() {
        return mounted -> List.of(drafts, pictures).forEach(each -> each.mount(mounted));
    }

    /** Takes a draft as {@code POST /v1/drafts} does, from a caller in this program; its id, or the same refusals. */
    public String submit(Identity author, String key, Map<String, ?> draft) {
        return drafts.submit(author, key, draft);
    }

    /** Takes a revision as {@code POST /v1/drafts/{postId}/revisions} does, from a caller in this program. */
    public String revise(Identity author, String postId, Map<String, ?> revision) {
        return drafts.revise(author, postId, revision);
    }

    /** Takes a picture as {@code POST /v1/media} does, from a caller in this program: its hash, mediaType and size. */
    public Map<String, Object> upload(byte[] picture) {
        return pictures.take(picture);
    }

    @Override
    public String name() {
        return "ingest";
    }

    @Override
    public void start() {
        TopicProvisioner.ensure(
                settings.bootstrap(),
                TOPICS.stream()
                        .map(topic -> topic.newTopic(settings.replication()))
                        .toList());
        projection.start();
    }

    @Override
    public Health health() {
        return projection.health();
    }

    @Override
    public void close() {
        projection.close();
        log.close();
    }

    private record StoredPictures(MediaStore media) implements ReadModel.Pictures {
        @Override
        public Optional<String> mediaType(String hash) {
            try {
                return media.type(hash).map(MediaType::mimeType);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        @Override
        public OptionalLong bytes(String hash) {
            try {
                return media.size(hash);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
