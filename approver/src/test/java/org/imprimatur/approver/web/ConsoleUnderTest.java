package org.imprimatur.approver.web;

import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FormData;
import com.microsoft.playwright.options.RequestOptions;
import io.javalin.config.RoutesConfig;
import io.javalin.http.HttpStatus;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.stream.Collectors;
import org.imprimatur.approver.api.AuthorizationRoutes;
import org.imprimatur.approver.api.CaseRoutes;
import org.imprimatur.approver.api.DeliveryRoutes;
import org.imprimatur.approver.api.ListRoutes;
import org.imprimatur.approver.post.SavedView;
import org.imprimatur.approver.post.Unsent;
import org.imprimatur.approver.readmodel.Groups;
import org.imprimatur.approver.readmodel.OwnProjector;
import org.imprimatur.approver.readmodel.Presences;
import org.imprimatur.approver.readmodel.ProjectedLog;
import org.imprimatur.approver.readmodel.ProjectedRegister;
import org.imprimatur.approver.readmodel.ReadModel;
import org.imprimatur.approver.readmodel.Register;
import org.imprimatur.approver.readmodel.ReviewTargets;
import org.imprimatur.approver.review.Terms;
import org.imprimatur.approver.topology.AuthorizationDesk;
import org.imprimatur.approver.topology.BulkDesk;
import org.imprimatur.approver.topology.DeliveryDesk;
import org.imprimatur.approver.topology.OwnDesk;
import org.imprimatur.approver.topology.PresenceDesk;
import org.imprimatur.approver.topology.ReviewDesk;
import org.imprimatur.approver.web.admin.AdminRoutes;
import org.imprimatur.approver.web.author.Authoring;
import org.imprimatur.approver.web.author.UnsentDrafts;
import org.imprimatur.approver.web.policy.PolicyRoutes;
import org.imprimatur.approver.web.publishing.Publishing;
import org.imprimatur.approver.wire.administration.AccountCard;
import org.imprimatur.approver.wire.own.SavedViewRecords;
import org.imprimatur.approver.wire.own.UnsentRecords;
import org.imprimatur.approver.wire.publishing.AuthorizationRecords;
import org.imprimatur.approver.wire.publishing.OrderRecords;
import org.imprimatur.kit.identity.Access;
import org.imprimatur.kit.identity.ApiKeys;
import org.imprimatur.kit.identity.Limits;
import org.imprimatur.kit.identity.LocalAccounts;
import org.imprimatur.kit.identity.Sessions;
import org.imprimatur.kit.identity.SignInWays;
import org.imprimatur.kit.web.WebServer;
import org.imprimatur.kit.web.WebSettings;

/** The console on a free port with people who can sign in, over a pipeline that the test fills. */
final class ConsoleUnderTest implements AutoCloseable {
    final HandClock clock = new HandClock(Instant.parse("2026-11-22T14:00:00Z"));
    final PipelineUnderTest pipeline;
    final ApiKeys keys;
    final InMemoryAdministration administration = new InMemoryAdministration();
    final PlainDesk drafts;
    final GateUnderTest gate;
    final PlainRules rules;
    final RegisterUnderTest registered;
    final ProjectedLog own = new ProjectedLog(new OwnProjector(), clock);

    private final ScheduledExecutorService executor = Executors.newScheduledThreadPool(4);
    private final WebServer server;

    ConsoleUnderTest(Path folder) throws SQLException {
        this(folder, 0, SignInWays.LOCAL_ONLY);
    }

    /** Where decisions can be taken back, or drawn for a second look. */
    ConsoleUnderTest(Path folder, Terms terms) throws SQLException {
        this(folder, 0, SignInWays.LOCAL_ONLY, terms);
    }

    /** On this port, 0 for any, with these ways to sign in. */
    ConsoleUnderTest(Path folder, int port, SignInWays ways) throws SQLException {
        this(folder, port, ways, Terms.PLAIN);
    }

    private ConsoleUnderTest(Path folder, int port, SignInWays ways, Terms terms) throws SQLException {
        pipeline = new PipelineUnderTest(folder, clock, terms);
        LocalAccounts accounts = Staff.in(folder);
        keys = new ApiKeys(folder.resolve("keys.yaml"));
        Access access = new Access(accounts, keys, new Sessions(), ways, Limits.DEFAULT);
        ReadModel readModel =
                new ReadModel(pipeline, pipeline.wire(), new ReviewTargets(Duration.ofHours(1), Duration.ofHours(4)));
        ReviewDesk desk = new ReviewDesk(
                pipeline.commandLog(), readModel, clock, () -> UUID.randomUUID().toString(), Duration.ofSeconds(5));
        GlancesUnderTest glances = new GlancesUnderTest(pipeline.wire(), clock);
        Presences presences = new Presences(glances);
        PresenceDesk presence = new PresenceDesk(glances::log, readModel, presences, desk, clock);
        BulkDesk bulk = new BulkDesk(readModel, desk, clock);
        drafts = new PlainDesk(pipeline, clock);
        gate = new GateUnderTest(pipeline, clock);
        DeliveryDesk deliveries = new DeliveryDesk(
                gate,
                new OrderRecords(pipeline.wire()),
                readModel,
                clock,
                () -> UUID.randomUUID().toString(),
                Duration.ofSeconds(1));
        registered = new RegisterUnderTest(pipeline.wire());
        Register register = new ProjectedRegister(registered.log, pipeline.wire());
        AuthorizationDesk authorizations = new AuthorizationDesk(
                administration,
                registered.log,
                new AuthorizationRecords(pipeline.wire()),
                register,
                clock,
                () -> UUID.randomUUID().toString(),
                Duration.ofSeconds(5));
        OwnDesk<Unsent> unsent = new OwnDesk<>(new UnsentRecords(pipeline.wire()), own, own, Duration.ofSeconds(5));
        OwnDesk<SavedView> views =
                new OwnDesk<>(new SavedViewRecords(pipeline.wire()), own, own, Duration.ofSeconds(5));
        Authoring authoring = new Authoring(
                drafts,
                register,
                new UnsentDrafts(unsent),
                new ReviewTargets(Duration.ofHours(1), Duration.ofHours(4)));
        Groups groups =
                () -> administration.accounts().stream().collect(Collectors.toMap(AccountCard::id, AccountCard::group));
        rules = new PlainRules(pipeline.wire(), clock);
        server = new WebServer(
                new WebSettings("127.0.0.1", port),
                access,
                List.of(
                        new WebRoutes(
                                readModel,
                                groups,
                                new Desks(desk, bulk, presence, presences, new SavedViews(views, clock)),
                                new Evidence(folder.resolve("evidence-key.pem")),
                                access,
                                clock,
                                executor,
                                new Publishing(deliveries, register, authorizations),
                                Optional.of(authoring)),
                        new DeliveryRoutes(access, readModel, groups, deliveries),
                        new AuthorizationRoutes(access, readModel, groups, register, authorizations, clock),
                        new CaseRoutes(access, readModel, groups, desk, bulk, presence, clock),
                        new ListRoutes(access, readModel, groups),
                        new AdminRoutes(
                                access,
                                administration,
                                clock,
                                () -> UUID.randomUUID().toString()),
                        new PolicyRoutes(
                                access,
                                readModel,
                                rules,
                                administration,
                                clock,
                                () -> UUID.randomUUID().toString(),
                                executor,
                                1_000),
                        ConsoleUnderTest::pictures),
                List.of(),
                new SimpleMeterRegistry());
        server.start();
    }

    /** In the product another service keeps the pictures. */
    private static void pictures(RoutesConfig routes) {
        String picture = """
            <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 30"><rect width="40" height="30" fill="#7aa"/>\
            <circle cx="20" cy="13" r="7" fill="#e8c9a8"/><path d="M5 30q15-18 30 0z" fill="#345"/></svg>\
            """;
        routes.get(
                "/v1/media/{hash}",
                context -> context.contentType("image/svg+xml").result(picture));
    }

    String address(String path) {
        return "http://127.0.0.1:" + server.port() + path;
    }

    /** By the form, as a person does it; for tests that are about it. The others need not open the form first. */
    void signInByForm(Page page, String person) {
        page.navigate(address("/sign-in"));
        page.getByLabel("Name").fill(person);
        page.getByLabel("Password").fill(Staff.password(person));
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Sign in"))
                .click();
        page.waitForURL(url -> !url.endsWith("/sign-in"));
    }

    /** Then the page is where people arrive. */
    void signIn(Page page, String person) {
        signIn(page.context(), person);
        page.navigate(address("/"));
    }

    /** What the form sends, with the password; the browser keeps the session. */
    void signIn(BrowserContext context, String person) {
        RequestOptions form = RequestOptions.create()
                .setForm(FormData.create().set("name", person).set("password", Staff.password(person)))
                .setMaxRedirects(0);
        APIResponse answer = context.request().post(address("/sign-in"), form);
        if (answer.status() != HttpStatus.SEE_OTHER.getCode()) {
            throw new AssertionError(person + " can't sign in: " + answer.status());
        }
    }

    @Override
    public void close() throws SQLException {
        server.close();
        executor.shutdownNow();
        pipeline.close();
    }
}
