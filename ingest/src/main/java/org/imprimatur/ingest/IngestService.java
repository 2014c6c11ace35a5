package org.imprimatur.ingest;

import io.micrometer.core.instrument.MeterRegistry;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
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
    private final Routes routes;

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
        Desk desk = new Desk(log, posts, posts.known(hash -> mimeType(media, hash)), clock::instant);
        DraftRoutes drafts = new DraftRoutes(access, desk, posts, UUID::randomUUID, meters);
        MediaRoutes pictures =
                new MediaRoutes(access, media, new PictureCheck(settings.mostMediaBytes(), settings.mostMediaPixels()));
        this.routes = mounted -> List.of(drafts, pictures).forEach(each -> each.mount(mounted));
    }

    /** What it answers to, under {@code /v1/drafts} and {@code /v1/media}. */
    public Routes routes() {
        return routes;
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

    private static Optional<String> mimeType(MediaStore media, String hash) {
        try {
            return media.type(hash).map(MediaType::mimeType);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
