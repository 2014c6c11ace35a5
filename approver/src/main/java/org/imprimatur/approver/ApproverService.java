package org.imprimatur.approver;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.stream.Collectors;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.imprimatur.approver.api.AuthorizationRoutes;
import org.imprimatur.approver.api.CaseRoutes;
import org.imprimatur.approver.api.DeliveryRoutes;
import org.imprimatur.approver.api.ListRoutes;
import org.imprimatur.approver.notify.Notifier;
import org.imprimatur.approver.post.Glance;
import org.imprimatur.approver.post.SavedView;
import org.imprimatur.approver.post.Unsent;
import org.imprimatur.approver.readmodel.Groups;
import org.imprimatur.approver.readmodel.OwnProjector;
import org.imprimatur.approver.readmodel.PostProjector;
import org.imprimatur.approver.readmodel.PresenceProjector;
import org.imprimatur.approver.readmodel.Presences;
import org.imprimatur.approver.readmodel.ProjectedRegister;
import org.imprimatur.approver.readmodel.ProjectedRows;
import org.imprimatur.approver.readmodel.ReadModel;
import org.imprimatur.approver.readmodel.Register;
import org.imprimatur.approver.readmodel.RegisterProjector;
import org.imprimatur.approver.readmodel.Rows;
import org.imprimatur.approver.topology.AuthorizationDesk;
import org.imprimatur.approver.topology.BulkDesk;
import org.imprimatur.approver.topology.CommandLog;
import org.imprimatur.approver.topology.DeliveryDesk;
import org.imprimatur.approver.topology.OwnDesk;
import org.imprimatur.approver.topology.PresenceDesk;
import org.imprimatur.approver.topology.ReviewDesk;
import org.imprimatur.approver.topology.ReviewTopology;
import org.imprimatur.approver.web.Desks;
import org.imprimatur.approver.web.Evidence;
import org.imprimatur.approver.web.SavedViews;
import org.imprimatur.approver.web.WebRoutes;
import org.imprimatur.approver.web.admin.AdminRoutes;
import org.imprimatur.approver.web.author.Authoring;
import org.imprimatur.approver.web.author.DraftDesk;
import org.imprimatur.approver.web.author.UnsentDrafts;
import org.imprimatur.approver.web.policy.PolicyDesk;
import org.imprimatur.approver.web.policy.PolicyRoutes;
import org.imprimatur.approver.web.publishing.Publishing;
import org.imprimatur.approver.wire.CommandRecord;
import org.imprimatur.approver.wire.KafkaRecordLog;
import org.imprimatur.approver.wire.administration.AccountCard;
import org.imprimatur.approver.wire.administration.KafkaAdministration;
import org.imprimatur.approver.wire.own.SavedViewRecords;
import org.imprimatur.approver.wire.own.UnsentRecords;
import org.imprimatur.approver.wire.publishing.AuthorizationRecords;
import org.imprimatur.approver.wire.publishing.OrderRecords;
import org.imprimatur.kit.identity.Access;
import org.imprimatur.kit.lifecycle.Health;
import org.imprimatur.kit.lifecycle.Lifecycle;
import org.imprimatur.kit.lifecycle.Service;
import org.imprimatur.kit.projection.Projection;
import org.imprimatur.kit.streams.StreamsRunner;
import org.imprimatur.kit.streams.TopicProvisioner;
import org.imprimatur.kit.web.Routes;
import org.imprimatur.schemas.Topics;
import org.imprimatur.schemas.wire.Wire;

/** The people's service: the review topology, its read model, its desk, and the routes to them. */
public final class ApproverService implements Service {
    /** Threads that write to open pages; a slow reader keeps one. */
    private static final int LIVE_THREADS = 4;

    /** Nobody waits longer to say that they look. */
    private static final Duration GLANCE_WITHIN = Duration.ofSeconds(2);

    private static final Duration CLOSE_WITHIN = Duration.ofSeconds(5);

    private final ApproverSettings settings;
    private final Wire wire;
    private final List<Service> parts;
    private final Lifecycle lifecycle;
    private final ScheduledExecutorService live;
    private final ExecutorService rehearsals;
    private final Routes routes;
    private volatile Optional<KafkaProducer<String, CommandRecord>> commands = Optional.empty();
    private volatile Optional<KafkaProducer<String, Glance>> glanceLog = Optional.empty();

    /** Composes the parts; nothing runs before {@link #start()}. */
    public ApproverService(ApproverSettings settings, Access access, MeterRegistry meters) {
        this(settings, access, meters, Optional.empty(), Optional.empty());
    }

    /**
     * The same with the doors through which authors hand in and ask, and with the one to the rules; without them nothing
     * is written in the console.
     */
    public ApproverService(
            ApproverSettings settings,
            Access access,
            MeterRegistry meters,
            Optional<DraftDesk> drafts,
            Optional<PolicyDesk> policies) {
        this(settings, Wire.open(settings.registryKind(), settings.registry()), access, meters, drafts, policies);
    }

    ApproverService(
            ApproverSettings settings,
            Wire wire,
            Access access,
            MeterRegistry meters,
            Optional<DraftDesk> drafts,
            Optional<PolicyDesk> policies) {
        this.settings = settings;
        this.wire = wire;
        String bootstrap = settings.streams().bootstrap();
        Projection projection =
                new Projection(settings.readModel(), bootstrap, PostProjector.topics(), new PostProjector(wire));
        ReadModel readModel = new ReadModel(new ProjectedRows(projection), wire, settings.targets());
        ReviewDesk desk = new ReviewDesk(
                this::log,
                readModel,
                InstantSource.system(),
                () -> UUID.randomUUID().toString(),
                settings.answerWithin());
        Projection glances =
                new Projection(settings.presence(), bootstrap, PresenceProjector.topics(), new PresenceProjector(wire));
        Presences presences = new Presences(new ProjectedRows(glances));
        PresenceDesk presence = new PresenceDesk(this::glanceLog, readModel, presences, desk, InstantSource.system());
        BulkDesk bulk = new BulkDesk(readModel, desk, InstantSource.system());
        Projection registers =
                new Projection(settings.registers(), bootstrap, RegisterProjector.topics(), new RegisterProjector());
        Register register = new ProjectedRegister(new ProjectedRows(registers), wire);
        KafkaRecordLog records = new KafkaRecordLog("approver-records", bootstrap, settings.answerWithin());
        DeliveryDesk deliveries = new DeliveryDesk(
                records,
                new OrderRecords(wire),
                readModel,
                InstantSource.system(),
                () -> UUID.randomUUID().toString(),
                settings.answerWithin());
        KafkaAdministration administration = new KafkaAdministration(
                settings.readModel().resolveSibling("administration.sqlite"),
                bootstrap,
                records,
                settings.answerWithin(),
                wire);
        AuthorizationDesk authorizations = new AuthorizationDesk(
                administration,
                records,
                new AuthorizationRecords(wire),
                register,
                InstantSource.system(),
                () -> UUID.randomUUID().toString(),
                settings.answerWithin());
        Projection owned = new Projection(settings.own(), bootstrap, OwnProjector.topics(), new OwnProjector());
        Rows own = new ProjectedRows(owned);
        OwnDesk<Unsent> unsent = new OwnDesk<>(new UnsentRecords(wire), records, own, settings.answerWithin());
        OwnDesk<SavedView> views = new OwnDesk<>(new SavedViewRecords(wire), records, own, settings.answerWithin());
        Optional<Authoring> authoring =
                drafts.map(each -> new Authoring(each, register, new UnsentDrafts(unsent), settings.targets()));
        Notifier notifier = new Notifier(
                settings.notices(),
                bootstrap,
                wire,
                postId -> contributors(readModel, postId),
                InstantSource.system(),
                meters);
        parts = List.of(
                projection,
                glances,
                registers,
                owned,
                records,
                administration,
                notifier,
                new StreamsRunner(settings.streams(), ReviewTopology.build(wire, settings.terms()), meters));
        lifecycle = new Lifecycle(parts);
        live = Executors.newScheduledThreadPool(LIVE_THREADS, ApproverService::daemon);
        Groups groups =
                () -> administration.accounts().stream().collect(Collectors.toMap(AccountCard::id, AccountCard::group));
        WebRoutes pages = new WebRoutes(
                readModel,
                groups,
                new Desks(desk, bulk, presence, presences, new SavedViews(views, InstantSource.system())),
                new Evidence(settings.evidenceKey()),
                access,
                InstantSource.system(),
                live,
                new Publishing(deliveries, register, authorizations),
                authoring);
        rehearsals = Executors.newSingleThreadExecutor(ApproverService::daemon);
        Routes rules = policies.<Routes>map(each -> new PolicyRoutes(
                        access,
                        readModel,
                        each,
                        administration,
                        InstantSource.system(),
                        () -> UUID.randomUUID().toString(),
                        rehearsals,
                        settings.rehearsed()))
                .orElse(PolicyRoutes.ELSEWHERE);
        routes = new ApproverRoutes(List.of(
                new CaseRoutes(access, readModel, groups, desk, bulk, presence, InstantSource.system()),
                new DeliveryRoutes(access, readModel, groups, deliveries),
                new AuthorizationRoutes(access, readModel, groups, register, authorizations, InstantSource.system()),
                new ListRoutes(access, readModel, groups),
                pages,
                rules,
                new AdminRoutes(
                        access,
                        administration,
                        InstantSource.system(),
                        () -> UUID.randomUUID().toString())));
    }

    private static Set<String> contributors(ReadModel readModel, String postId) {
        return readModel
                .post(postId)
                .map(post -> Set.copyOf(post.newest().content().contributors()))
                .orElse(Set.of());
    }

    /** The API and the pages; who serves them is the caller's choice. */
    public Routes routes() {
        return routes;
    }

    @Override
    public String name() {
        return ReviewTopology.SERVICE;
    }

    @Override
    public void start() {
        TopicProvisioner.ensure(settings.streams().bootstrap(), Topics.toProvision(settings.replication()));
        commands = Optional.of(CommandLog.open(settings.streams().bootstrap(), settings.answerWithin(), wire));
        glanceLog = Optional.of(CommandLog.glances(settings.streams().bootstrap(), GLANCE_WITHIN, wire));
        lifecycle.start();
    }

    private static Thread daemon(Runnable work) {
        Thread thread = new Thread(work, "approver-live");
        thread.setDaemon(true);
        return thread;
    }

    private KafkaProducer<String, CommandRecord> log() {
        return commands.orElseThrow(() -> new IllegalStateException("the approver is not started"));
    }

    private KafkaProducer<String, Glance> glanceLog() {
        return glanceLog.orElseThrow(() -> new IllegalStateException("the approver is not started"));
    }

    @Override
    public Health health() {
        return parts.stream()
                .map(Service::health)
                .filter(health -> !health.isUp())
                .findFirst()
                .orElseGet(Health::up);
    }

    @Override
    public void close() {
        live.shutdownNow();
        rehearsals.shutdownNow();
        commands.ifPresent(log -> log.close(CLOSE_WITHIN));
        commands = Optional.empty();
        glanceLog.ifPresent(log -> log.close(CLOSE_WITHIN));
        glanceLog = Optional.empty();
        lifecycle.close();
    }
}
